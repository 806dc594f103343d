package coop.laborfund.api.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What kind of file it is, by its first bytes: names are often wrong, a web page's that a system exports as .xls for one. */
enum FileKind {
    TEXT,
    WORKBOOK,
    /** The container of .xls and of encrypted .xlsx. */
    OLD_OR_ENCRYPTED,
    WEB_PAGE,
    /** Excel's own XML of 2003. */
    XML_WORKBOOK,
    PDF;

    private static final int TELLING_BYTES = 2_048;

    static FileKind of(Source source) throws IOException {
        byte[] start;
        try (InputStream bytes = source.open()) {
            start = bytes.readNBytes(TELLING_BYTES);
        }
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("PK\3\4") || text.startsWith("PK\5\6")) {
            return WORKBOOK;
        }
        if (text.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return OLD_OR_ENCRYPTED;
        }
        return text.startsWith("%PDF") ? PDF : ofMarkup(text);
    }

    private static FileKind ofMarkup(String start) {
        // Of UTF-16 every second byte, and no byte order mark.
        String text = start.replace("\0", "")
                .replaceFirst("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        boolean markup = text.startsWith("<");
        if (markup && text.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
            return XML_WORKBOOK;
        }
        boolean page = markup
                && (text.contains("<html")
                        || text.contains("<!doctype html")
                        || text.contains("<table")
                        || text.contains("<head")
                        || text.contains("<body")
                        || text.contains("<meta"));
        return page || text.startsWith("mime-version:") ? WEB_PAGE : TEXT;
    }

    /** What to say of one that is not read. */
    UnreadableFileException unreadable(String file) {
        String chinese = switch (this) {
            case OLD_OR_ENCRYPTED -> "是旧的 .xls 格式，或者加了密码。请去掉密码，另存为 .xlsx 或 CSV 后再试。";
            case WEB_PAGE -> "其实是网页，只是名字像表格。请用表格软件打开，另存为 .xlsx 后再试。";
            case XML_WORKBOOK -> "是 2003 年的 XML 表格。请用表格软件打开，另存为 .xlsx 后再试。";
            case PDF -> "是 PDF，不是表格。请导入做出它的表格，或另存为 .xlsx、CSV。";
            case TEXT, WORKBOOK -> throw new IllegalStateException(name());
        };
        String english = switch (this) {
            case OLD_OR_ENCRYPTED ->
                "an old .xls, or protected by a password. Remove the password, save it as .xlsx or CSV and try again.";
            case WEB_PAGE -> "a web page, whatever its name. Open it in a spreadsheet, save it as .xlsx and try again.";
            case XML_WORKBOOK ->
                "an XML spreadsheet of 2003. Open it in a spreadsheet, save it as .xlsx and try again.";
            case PDF -> "a PDF and no spreadsheet. Import the spreadsheet that it was made from, as .xlsx or CSV.";
            case TEXT, WORKBOOK -> throw new IllegalStateException(name());
        };
        return new UnreadableFileException(file, chinese, english);
    }
}
