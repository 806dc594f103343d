package coop.laborfund.api.importing;

import java.util.zip.ZipFile;

/** Zip archives that are something else than an .xlsx workbook and are often taken for one. */
final class OtherArchive {

    private OtherArchive() {}

    /** @throws UnreadableFileException where it is one */
    static void refuse(String file, ZipFile zip) throws UnreadableFileException {
        if (zip.getEntry("xl/workbook.bin") != null) {
            throw saveAgain(file, "是 .xlsb 工作簿", "a binary .xlsb workbook");
        }
        if (zip.getEntry("content.xml") != null && zip.getEntry("mimetype") != null) {
            throw saveAgain(file, "是 OpenDocument 文件(.ods)", "an OpenDocument file (.ods)");
        }
        if (zip.getEntry("word/document.xml") != null) {
            throw saveAgain(file, "是 Word 文档", "a Word document");
        }
    }

    private static UnreadableFileException saveAgain(String file, String chinese, String english) {
        return new UnreadableFileException(
                file,
                chinese + ",没有读取。请用表格软件打开，另存为 .xlsx 或 CSV 后再试。",
                english + "; it was not read. Open it in a spreadsheet, save it as .xlsx or CSV and try again.");
    }
}
