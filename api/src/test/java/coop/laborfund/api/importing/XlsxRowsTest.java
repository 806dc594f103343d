package coop.laborfund.api.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.api.testing.ExcelWorkbook;
import coop.laborfund.ledger.command.Column;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxRowsTest {

    private static final String HEADER = row(1, text("A1", "凭证号") + text("B1", "金额") + text("C1", "月份"));

    @Test
    void blankRowsAndCellsKeepTheirNumbers() throws Exception {
        List<FileRow> rows = rows(row(2, "<c r=\"A2\" s=\"1\"/>") + row(5, "<c r=\"B5\"><v>5</v></c>"));

        assertThat(rows).containsExactly(new FileRow(5, Map.of(Column.AMOUNT, "5")));
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
        "45292,      false, false, 2024-01-01",
        "45292.75,   false, false, 2024-01-01",
        "45292,      false, true,  2024-01",
        "43830,      true,  false, 2024-01-01",
        "59,         false, false, 1900-02-28",
        "61,         false, false, 1900-03-01",
        "60,         false, false, 60",
        "0.5,        false, false, 0.5",
        "2958465,    false, false, 9999-12-31",
        "2958466,    false, false, 2958466",
    })
    void serialsAreDays(String stored, boolean from1904, boolean month, String read) {
        assertThat(SheetCell.date(stored, from1904, month)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yyyy-mm-dd                        | DATE",
                "[$-804]yyyy\"年\"m\"月\"d\"日\";@ | DATE",
                "mmm-yy                            | DATE",
                "m/d/yy h:mm                       | DATE",
                "General                           | NUMBER",
                "#,##0.00\"days\"                  | NUMBER",
                "[Red]0.00                         | NUMBER",
                "h:mm                              | NUMBER",
                "0.00%                             | PERCENT",
            })
    void formatsSayWhatANumberIs(String code, SheetStyles.Shows shows) {
        assertThat(SheetStyles.ofCode(code)).isEqualTo(shows);
    }

    @Test
    void whatIsNoSoundWorkbookIsRefusedWithASentence() throws Exception {
        refused("<row r=\"3\"></row><row r=\"2\"></row>", "no sound .xlsx");
        refused(row(2, "<c r=\"A2\" t=\"s\"><v>99</v></c>"), "no sound .xlsx");
        refused(row(2, "<c r=\"B2\"><f>1+1</f></c>"), "without a result");
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
