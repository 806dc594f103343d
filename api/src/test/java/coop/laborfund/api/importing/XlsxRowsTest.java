package coop.laborfund.api.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.api.testing.ExcelWorkbook;
import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.movement.CellRemark;
import coop.laborfund.ledger.movement.CellRemark.Kind;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxRowsTest {

    private static final String HEADER =
            row(1, text("A1", "凭证号") + text("B1", "金额") + text("C1", "月份") + text("D1", "业务类型"));

    @Test
    void blankRowsAndCellsKeepTheirNumbers() throws Exception {
        List<FileRow> rows = rows(row(2, "<c r=\"A2\" s=\"1\"/>") + row(5, "<c r=\"B5\"><v>5</v></c>"));

        assertThat(rows).extracting(FileRow::number).containsExactly(5);
        assertThat(rows).extracting(FileRow::cells).containsExactly(Map.of(Column.AMOUNT, "5"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.30000000000000004,     0.3",
        "4.4999999999999998E-2,   0.045",
        "1234567.8899999999,      1234567.89",
        "999999999999.98999,      999999999999.99",
        "5000,                    5000",
        "1E+3,                    1000",
        "-0,                      0",
        "-12.5,                   -12.5",
        "1E999,                   1E999",
        "12e,                     12e",
    })
    void numbersAreReadAsTheyAreShown(String stored, String read) {
        assertThat(stored.equals("1E999") ? "1E999" : SheetCell.number(stored)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "45292,      false, 2024-01-01",
        "45292.75,   false, 2024-01-01",
        "43830,      true,  2024-01-01",
        "59,         false, 1900-02-28",
        "61,         false, 1900-03-01",
        "60,         false, none",
        "0.5,        false, none",
        "2958465,    false, 9999-12-31",
        "2958466,    false, none",
    })
    void serialsAreDays(String stored, boolean from1904, String read) {
        assertThat(SheetCell.date(stored, from1904).orElse("none")).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yyyy-mm-dd                        | DATE",
                "[$-804]yyyy\"年\"m\"月\"d\"日\";@ | DATE",
                "mmm-yy                            | DATE",
                "m/d/yy h:mm                       | DATE",
                "[$-804]aaaa                       | DATE",
                "m\"月\"d\"日\"                    | DATE",
                "[$-F800]dddd\\,\\ mmmm\\ dd        | DATE",
                "General                           | NUMBER",
                "G/通用格式                        | NUMBER",
                "G/通用格式\"元\"                  | NUMBER",
                "0.0E+00                           | NUMBER",
                "##0.0e-0                          | NUMBER",
                "0.0,\"千元\"                      | NUMBER",
                "[DBNum2][$-804]General\"元整\"    | NUMBER",
                "#,##0.00\"days\"                  | NUMBER",
                "[Red]0.00                         | NUMBER",
                "h:mm                              | NUMBER",
                "上午/下午h\"时\"mm\"分\"          | NUMBER",
                "0.00%                             | PERCENT",
            })
    void formatsSayWhatANumberIs(String code, NumberFormat.Kind kind) {
        assertThat(NumberFormat.of(code).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0000             | 7       | 0007",
                "000000           | 1234567 | 1234567",
                "\"H\"0           | 12      | H12",
                "\\H000           | 12      | H012",
                "\"记-\"0\"号\"    | 3       | 记-3号",
                "0000-00          | 12345   | 0123-45",
                "\"a;b\"0;-0      | 5       | a;b5",
                "0.00             | 7       | 7.00",
                "0;\"负\"0;\"无\"  | -4      | 负4",
                "0                | -1      | -1",
                "General\"元\"    | 7.5     | 7.5元",
                "#                | 0       | ''",
                "000_ ;[Red]-000  | 5       | 005",
                "0                | 7.5     | none",
                "#,##0            | 1234    | none",
                "0.0E+00          | 1234    | none",
                "[DBNum1]0        | 12      | none",
                "[>100]000;0      | 5       | none",
                "yyyy-mm-dd       | 45292   | none",
                "\"停用\"         | 5       | none",
                "h:mm             | 5       | none",
                "@                | 12      | none",
                "General          | 12      | none",
            })
    void whatAFormatOfZerosAndTextsShowsIsTheNumbersOwnDigits(String code, String number, String shown) {
        assertThat(SheetCell.shown(number, NumberFormat.of(code)).orElse("none"))
                .isEqualTo(shown);
    }

    @Test
    void whatIsNoSoundWorkbookIsRefusedWithASentence() throws Exception {
        refused("<row r=\"3\"></row><row r=\"2\"></row>", "no sound .xlsx");
        refused(row(2, "<c r=\"A2\" t=\"s\"><v>99</v></c>"), "no sound .xlsx");
        refused("<row r=\"2\"><c", "no sound .xlsx");
        refused(row(2, "<c r=\"ZZZZ2\"><v>1</v></c>"), "no sound .xlsx");
        byte[] sound = workbook("");
        assertThatThrownBy(() -> MovementsFile.parse("a.xlsx", Arrays.copyOf(sound, sound.length / 2)))
                .isInstanceOf(UnreadableFileException.class);
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};
        assertThatThrownBy(() -> MovementsFile.parse("a.xls", old))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("密码");
    }

    @Test
    void whatCannotBeTrustedIsRemarkedOn() throws Exception {
        assertThat(remarks("<c r=\"B2\"><f>1+1</f></c>"))
                .containsEntry(Column.AMOUNT, new CellRemark(Kind.FORMULA, ""));
        assertThat(remarks("<c r=\"B2\"><f>1+1</f><v></v></c>")).containsKey(Column.AMOUNT);
        assertThat(remarks("<c r=\"B2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"))
                .containsEntry(Column.AMOUNT, new CellRemark(Kind.ERROR, "#DIV/0!"));
        assertThat(remarks(text("A2", "#N/A"))).containsEntry(Column.REF, new CellRemark(Kind.ERROR, "#N/A"));
        assertThat(remarks("<c r=\"A2\" s=\"1\"><v>45660</v></c>"))
                .containsEntry(Column.REF, new CellRemark(Kind.DATE, "2025-01-03"));
        assertThat(remarks("<c r=\"C2\"><v>2025.1</v></c>"))
                .containsEntry(Column.MONTH, new CellRemark(Kind.MONTH, "2025.1"));
        assertThat(remarks("<c r=\"B2\"><v>5</v></c>" + text("F2", "旁注")))
                .containsEntry(Column.TYPE, new CellRemark(Kind.UNNAMED, "旁注"));
        assertThat(remarks("<c r=\"B2\"><v>5</v></c><c r=\"F2\" s=\"1\"/>")).isEmpty();
        assertThat(remarks(text("A2", "1") + "<c r=\"B2\" t=\"str\"><f>A1</f><v></v></c>"))
                .doesNotContainKey(Column.AMOUNT);
    }

    private static Map<Column, CellRemark> remarks(String cells) throws UnreadableFileException, IOException {
        return rows(row(2, cells)).getFirst().remarks();
    }

    @Test
    void mergedCellsAreKnownOfAllTheirRowsAndOfNoOthers() throws Exception {
        String merges = "<mergeCells><mergeCell ref=\"B3:B4\"/><mergeCell ref=\"A6:D6\"/><mergeCell ref=\"D7:D8\"/>"
                + "<mergeCell ref=\"A1:D1\"/></mergeCells>";
        String sheet = HEADER
                + row(2, number("B2"))
                + row(3, number("B3") + text("D3", "入股"))
                + row(4, text("D4", "入股"))
                + row(5, text("D5", "入股"))
                + row(6, text("A6", "合计") + number("B6"))
                + row(8, number("B8"));

        List<FileRow> rows = MovementsFile.parse("a.xlsx", ExcelWorkbook.ofSheetData(sheet, List.of(), merges))
                .rows();

        CellRemark merged = new CellRemark(Kind.MERGED, "B3:B4");
        assertThat(rows).extracting(FileRow::number).containsExactly(2, 3, 4, 5, 6, 8);
        assertThat(rows.get(0).remarks()).isEmpty();
        assertThat(rows.get(1).remarks()).containsExactly(Map.entry(Column.AMOUNT, merged));
        assertThat(rows.get(2).remarks()).containsExactly(Map.entry(Column.AMOUNT, merged));
        assertThat(rows.get(3).remarks()).isEmpty();
        assertThat(rows).extracting(FileRow::passedOver).containsExactly(true, false, false, false, true, false);
    }

    @Test
    void aTypeMergedOverSeveralRowsIsAmongThemInEach() throws Exception {
        String sheet = HEADER + row(2, text("A2", "1") + text("D2", "入股")) + row(3, text("A3", "2"));

        List<FileRow> rows = MovementsFile.parse(
                        "a.xlsx",
                        ExcelWorkbook.ofSheetData(
                                sheet, List.of(), "<mergeCells><mergeCell ref=\"D2:D3\"/></mergeCells>"))
                .rows();

        assertThat(rows).extracting(FileRow::passedOver).containsExactly(false, false);
        assertThat(rows).allSatisfy(row -> assertThat(row.remarks()).containsKey(Column.TYPE));
    }

    private static String number(String at) {
        return "<c r=\"" + at + "\"><v>5</v></c>";
    }

    @Test
    void aBombIsNotUnpacked() throws Exception {
        byte[] bomb = workbook("<row r=\"2\">" + " ".repeat(100_000_000) + "</row>");

        assertThat(bomb.length).isLessThan(300_000);
        assertThatThrownBy(() -> MovementsFile.parse("a.xlsx", bomb))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("far more");
    }

    @Test
    void oneLongTextInThousandsOfCellsIsABombToo() throws Exception {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int number = 2; number < 3_000; number++) {
            rows.append(row(number, "<c r=\"A%d\" t=\"s\"><v>0</v></c>".formatted(number)));
        }
        byte[] bomb = ExcelWorkbook.ofSheetData(rows.toString(), List.of("长".repeat(32_000)));

        assertThat(bomb.length).isLessThan(50_000);
        assertThatThrownBy(() -> MovementsFile.parse("a.xlsx", bomb))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("far more");
    }

    @Test
    void runsTogetherAreNoLongerThanACell() throws Exception {
        String runs = ("<r><t>" + "长".repeat(10_000) + "</t></r>").repeat(4);

        refused(row(2, "<c r=\"A2\" t=\"inlineStr\"><is>" + runs + "</is></c>"), "no sound .xlsx");
    }

    @Test
    void noDocumentTypeIsFollowed() {
        String sheet = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData>"
                + row(1, "<c t=\"inlineStr\"><is><t>&e;</t></is></c>") + "</sheetData></worksheet>";

        assertThatThrownBy(() -> MovementsFile.parse(
                        "a.xlsx",
                        ExcelWorkbook.zip(Map.of("xl/workbook.xml", "<workbook/>", "xl/worksheets/sheet1.xml", sheet))))
                .isInstanceOf(UnreadableFileException.class);
    }

    private static void refused(String rows, String says) {
        assertThatThrownBy(() -> rows(rows))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining(says);
    }

    private static List<FileRow> rows(String rows) throws UnreadableFileException, IOException {
        return MovementsFile.parse("a.xlsx", workbook(rows)).rows();
    }

    private static byte[] workbook(String rows) throws IOException {
        return ExcelWorkbook.ofSheetData(HEADER + rows, List.of());
    }

    private static String row(int number, String cells) {
        return "<row r=\"" + number + "\">" + cells + "</row>";
    }

    private static String text(String at, String text) {
        return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }
}
