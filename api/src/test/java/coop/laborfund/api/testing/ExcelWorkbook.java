package coop.laborfund.api.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook as Excel writes it: dates and months as serial numbers in date formats, amounts by turns as binary numbers of 17
 * digits, as text and as a formula with its stored value, texts by turns shared, in runs and inline.
 */
public final class ExcelWorkbook {

    private static final int DAY = 1;
    private static final int MONTH = 2;

    private final boolean from1904;
    private final List<String> strings = new ArrayList<>();
    private int turn;

    private ExcelWorkbook(boolean from1904) {
        this.from1904 = from1904;
    }

    /** From rows of text; empty rows are left out and keep their number. */
    public static byte[] of(List<List<String>> rows, boolean from1904) throws IOException {
        ExcelWorkbook workbook = new ExcelWorkbook(from1904);
        return zip(workbook.parts(workbook.sheetData(rows), ""));
    }

    /** Several sheets of rows, in the order of their names; each with these merged cells. */
    public static byte[] ofSheets(Map<String, List<List<String>>> sheets, String merged) throws IOException {
        ExcelWorkbook workbook = new ExcelWorkbook(false);
        Map<String, String> parts = new TreeMap<>();
        StringBuilder tabs = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        new TreeMap<>(sheets).forEach((name, rows) -> {
            int number = parts.size() + 1;
            tabs.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"s%d\"/>".formatted(name, number, number));
            relations.append("<Relationship Id=\"s%d\" Type=\"http://x/worksheet\" Target=\"worksheets/s%d.xml\"/>"
                    .formatted(number, number));
            parts.put(
                    "xl/worksheets/s" + number + ".xml",
                    "<worksheet xmlns=\"http://m\"><sheetData>" + workbook.sheetData(rows) + "</sheetData><mergeCells>"
                            + merged + "</mergeCells></worksheet>");
        });
        Map<String, String> others = workbook.parts("", "");
        others.remove("xl/worksheets/blatt.xml");
        others.computeIfPresent(
                "xl/workbook.xml",
                (path, xml) -> xml.replaceFirst("<sheets>.*</sheets>", "<sheets>" + tabs + "</sheets>"));
        others.computeIfPresent(
                "xl/_rels/workbook.xml.rels",
                (path, xml) -> xml.replace("</Relationships>", relations + "</Relationships>"));
        others.putAll(parts);
        return zip(others);
    }

    /** One whose first sheet has this content of {@code sheetData}. */
    public static byte[] ofSheetData(String sheetData, List<String> shared) throws IOException {
        return ofSheetData(sheetData, shared, "");
    }

    /** Likewise, with what stands after the rows. */
    public static byte[] ofSheetData(String sheetData, List<String> shared, String after) throws IOException {
        ExcelWorkbook workbook = new ExcelWorkbook(false);
        workbook.strings.addAll(
                shared.stream().map(text -> "<t>" + text + "</t>").toList());
        return zip(workbook.parts(sheetData, after));
    }

    public static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private Map<String, String> parts(String sheetData, String after) {
        Map<String, String> parts = new TreeMap<>();
        parts.put("_rels/.rels", relations("officeDocument", "xl/workbook.xml", "", ""));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relations("styles", "styles.xml", "sharedStrings", "/xl/sharedStrings.xml")
                        .replace(
                                "</Relationships>",
                                "<Relationship Id=\"rId9\" Type=\"http://x/worksheet\" Target=\"worksheets/blatt.xml\"/>"
                                        + "</Relationships>"));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"http://m\" xmlns:r=\"http://r\"><workbookPr" + (from1904 ? " date1904=\"1\"" : "")
                        + "/><sheets><sheet name=\"流水\" sheetId=\"4\" r:id=\"rId9\"/>"
                        + "<sheet name=\"别的\" sheetId=\"5\" r:id=\"rId10\"/></sheets></workbook>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet xmlns=\"http://m\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/>"
                        + "</numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
                        + "<xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"10\"/></cellXfs></styleSheet>");
        parts.put(
                "xl/worksheets/blatt.xml",
                "<worksheet xmlns=\"http://m\"><sheetData>" + sheetData + "</sheetData>" + after + "</worksheet>");
        StringBuilder shared = new StringBuilder("<sst xmlns=\"http://m\">");
        strings.forEach(text -> shared.append("<si>").append(text).append("</si>"));
        parts.put("xl/sharedStrings.xml", shared.append("</sst>").toString());
        return parts;
    }

    private static String relations(String type1, String target1, String type2, String target2) {
        return "<Relationships xmlns=\"http://p\"><Relationship Id=\"rId1\" Type=\"http://x/" + type1 + "\" Target=\""
                + target1 + "\"/><Relationship Id=\"rId2\" Type=\"http://x/" + type2 + "\" Target=\"" + target2
                + "\"/></Relationships>";
    }

    private String sheetData(List<List<String>> rows) {
        StringBuilder sheet = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).stream().allMatch(String::isEmpty)) {
                continue;
            }
            sheet.append("<row r=\"").append(row + 1).append("\">");
            for (int column = 0; column < rows.get(row).size(); column++) {
                String text = rows.get(row).get(column);
                if (!text.isEmpty()) {
                    String at = String.valueOf((char) ('A' + column)) + (row + 1);
                    sheet.append(cell(at, text));
                }
            }
            sheet.append("</row>");
        }
        return sheet.toString();
    }

    private String cell(String at, String text) {
        turn++;
        if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return "<c r=\"%s\" s=\"%d\"><v>%d</v></c>".formatted(at, DAY, serial(LocalDate.parse(text)));
        }
        if (text.matches("[0-9]{4}-[0-9]{2}")) {
            LocalDate first = YearMonth.parse(text).atDay(1);
            return "<c r=\"%s\" s=\"%d\"><v>%d</v></c>".formatted(at, MONTH, serial(first));
        }
        if (text.matches("[0-9]{1,12}(\\.[0-9]+)?") && !text.startsWith("0")) {
            return number(at, text);
        }
        return text(at, text.replace("&", "&amp;").replace("<", "&lt;"));
    }

    private long serial(LocalDate day) {
        return ChronoUnit.DAYS.between(from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30), day);
    }

    private String number(String at, String text) {
        String binary = new BigDecimal(Double.parseDouble(text))
                .round(new MathContext(17))
                .stripTrailingZeros()
                .toString();
        return switch (turn % 3) {
            case 0 -> "<c r=\"%s\"><v>%s</v></c>".formatted(at, binary);
            case 1 -> "<c r=\"%s\" t=\"str\"><f>TEXT(1,2)</f><v>%s</v></c>".formatted(at, text);
            default -> "<c r=\"%s\"><f>SUM(A1:A2)</f><v>%s</v></c>".formatted(at, binary);
        };
    }

    private String text(String at, String text) {
        if (turn % 3 == 0) {
            return "<c r=\"%s\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> %s </t></is></c>".formatted(at, text);
        }
        // A run boundary within an entity would cut it.
        int middle = text.contains("&") ? 0 : text.length() / 2;
        strings.add(
                turn % 3 == 1
                        ? "<t>" + text + "</t>"
                        : "<r><t>" + text.substring(0, middle) + "</t></r><r><rPr/><t>" + text.substring(middle)
                                + "</t></r><rPh><t>pinyin</t></rPh>");
        return "<c r=\"%s\" t=\"s\"><v>%d</v></c>".formatted(at, strings.size() - 1);
    }
}
