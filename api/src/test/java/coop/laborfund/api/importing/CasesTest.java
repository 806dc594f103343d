package coop.laborfund.api.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.event.AdvanceEvent.CapitalAdvanced;
import coop.laborfund.ledger.event.FundEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that treasurers hand in, each odd in its own way, and what is right for it. All invented. */
class CasesTest {

    private static final Path CASES = Path.of("src/test/resources/importing/cases");

    private LedgerNode node;

    @BeforeEach
    void open() {
        node = TestNodes.open();
    }

    @AfterEach
    void close() {
        node.close();
    }

    private ImportResult run(String name) throws IOException {
        try {
            MovementsFile file = MovementsFile.parse(name, Files.readAllBytes(CASES.resolve(name)));
            return new Importer(node.ledger(), new Requesters("test").next())
                    .run(List.of(file), ImportMode.ACCEPT_VALID);
        } catch (UnreadableFileException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static List<String> refused(ImportResult result) {
        return notes(result.refused());
    }

    private static List<String> warned(ImportResult result) {
        return notes(result.warnings());
    }

    private static List<String> notes(List<RowNote> notes) {
        return notes.stream()
                .map(note -> String.join(
                                " ", note.sheet(), String.valueOf(note.row()), note.ref(), note.code(), note.column())
                        .strip())
                .toList();
    }

    private Stream<FundEvent> events(String fund) {
        return node.history().ofFund(fund, 1, Long.MAX_VALUE).map(recorded -> recorded.event());
    }

    @ParameterizedTest
    @CsvSource({
        "x03_g_general.xlsx,      4",
        "x05_custom_sci.xlsx,     4",
        "x16_monthly_tabs.xlsx,   5",
        "x17_title_row.xlsx,      3",
        "y02_backslash_names.xlsx,4",
        "z01_1904_percent.xlsx,   7",
        "c20_nbsp.csv,            9",
        "c23_utf16_tab.csv,       4",
        "c24_semicolon.csv,       4",
        "m01_serial_column.csv,   3",
        "m03_header_variants.csv, 3",
        "F2-hledger-code.csv,     5",
        "F4-csv-sub-apostrophe.csv, 3",
    })
    void isReadWhole(String file, int rows) throws Exception {
        ImportResult result = run(file);

        assertThat(refused(result)).isEmpty();
        assertThat(result.recorded()).isEqualTo(rows);
    }

    @Test
    void aMergedAmountIsNeverTakenAsEmpty() throws Exception {
        ImportResult result = run("mg2_merged_dividend_amount.xlsx");

        assertThat(refused(result)).containsExactly("流水表 11 12 BAD_CELL amount");
        assertThat(result.refused().getFirst().message()).contains("G11:G12", "金额", "取消合并");
        assertThat(result.refused().getFirst().messageEn()).contains("G11:G12", "amount");
    }

    @Test
    void sheetsAreReadInTheOrderOfTheirTabsAndAChartIsNone() throws Exception {
        ImportResult result = run("ch1_chart_first_two_sheets.xlsx");

        assertThat(result.sheetsRead()).containsExactly("流水表", "旧");
        assertThat(result.sheetsNotRead()).containsExactly("图");
        assertThat(result.fundsRecorded()).containsExactly("CH1", "CH1OLD");
    }

    @Test
    void aHiddenSheetIsNotReadAndNamed() throws Exception {
        ImportResult result = run("x14_hidden_first_sheet.xlsx");

        assertThat(result.sheetsRead()).containsExactly("流水表");
        assertThat(result.sheetsNotRead()).containsExactly("旧表");
        assertThat(result.fundsRecorded()).containsExactly("X14");
    }

    @Test
    void monthlyTabsAreReadInOrder() throws Exception {
        assertThat(run("x16_monthly_tabs.xlsx").sheetsRead()).containsExactly("1月", "2月");
        assertThat(events("X16").map(FundEvent::ref)).endsWith("7", "8");
    }

    @Test
    void anIdThatBecameADateIsNotTrusted() throws Exception {
        ImportResult result = run("x10_ref_turned_date.xlsx");

        assertThat(refused(result)).containsExactly("流水表 5 2025-01-03 BAD_CELL ref", "流水表 6 5 BAD_CELL party");
        assertThat(result.refused())
                .allSatisfy(note -> assertThat(note.message()).contains("Excel 把它变成了日期", "请设为文本"));
    }

    @ParameterizedTest
    @CsvSource({
        "x01_zero_padded_ref.xlsx,     x01_same_sheet_saved_as_iso.csv, 4",
        "F3-voucher-format-000000.xlsx, F3-voucher-as-text.csv,         1",
    })
    void aNumberThatIsShownWithZerosIsTheSameVoucherAsItsText(String workbook, String saved, int again)
            throws Exception {
        assertThat(refused(run(workbook))).isEmpty();

        ImportResult result = run(saved);

        assertThat(refused(result)).isEmpty();
        assertThat(result.recorded()).isZero();
        assertThat(result.alreadyRecorded()).isEqualTo(again);
    }

    @Test
    void anUnquotedThousandsSeparatorIsNeverFiveYuan() throws Exception {
        ImportResult result = run("y10_unquoted_thousands.csv");

        assertThat(refused(result)).containsExactly("4 3 BAD_CELL amount");
        assertThat(result.refused().getFirst().message()).contains("5,000.00", "引号");
    }

    @Test
    void aWebPageNamedAsASpreadsheetIsCalledOne() {
        assertThatThrownBy(() -> MovementsFile.read(CASES.resolve("c31_html.xls")))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("网页")
                .hasMessageContaining("另存为 .xlsx")
                .hasMessageContaining("a web page");
    }

    @Test
    void aBrokenByteIsNamedWithItsRow() {
        assertThatThrownBy(() -> MovementsFile.read(CASES.resolve("c27_one_bad_byte.csv")))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("第 5 行有坏字节")
                .hasMessageContaining("row 5");
    }

    @Test
    void aComputedAmountIsSaidToBeComputed() throws Exception {
        ImportResult result = run("x11_formula_artifacts.xlsx");

        assertThat(refused(result)).containsExactly("流水表 5 7 BAD_AMOUNT amount", "流水表 6 8 BAD_AMOUNT amount");
        assertThat(result.refused().getFirst().value()).isEqualTo("0.0999999999999943");
        assertThat(result.refused())
                .allSatisfy(note -> assertThat(note.message()).contains("公式", "ROUND"));
    }

    @Test
    void aPercentCellAndAPercentSignAreSix() throws Exception {
        run("z01_1904_percent.xlsx");

        assertThat(events("Z01")
                        .filter(CapitalAdvanced.class::isInstance)
                        .map(event -> ((CapitalAdvanced) event).rate().toString()))
                .containsExactly("6", "6", "0.06");
        assertThat(events("Z01").map(event -> event.date().toString()))
                .endsWith("2025-01-08", "2025-01-09", "2025-01-09");
    }

    @Test
    void datesAreReadAsPeopleWriteThem() throws Exception {
        ImportResult result = run("c22_dates.csv");

        assertThat(result.refused())
                .extracting(RowNote::ref)
                .containsExactly("a6", "a7", "a8", "a9", "a12", "a13", "a14");
        assertThat(result.refused()).extracting(RowNote::code).containsOnly("BAD_DATE");
        assertThat(result.recorded()).isEqualTo(3 + 8);
        assertThat(events("X22").skip(3).map(event -> event.date().toString())).containsOnly("2025-01-08");
    }

    @Test
    void monthsAreReadAsPeopleWriteThem() throws Exception {
        ImportResult result = run("y08_months.csv");

        assertThat(refused(result))
                .containsExactly(
                        "6 m1 PERIOD_NOT_NEXT month",
                        "7 m2 BAD_DATE month",
                        "8 m3 PERIOD_NOT_NEXT month",
                        "9 m4 PERIOD_NOT_NEXT month",
                        "10 m5 BAD_DATE month",
                        "11 m6 BAD_DATE month",
                        "12 m7 PERIOD_NOT_NEXT month");
        assertThat(result.recorded()).isEqualTo(4);
    }

    @Test
    void amountsAreReadAsPeopleWriteThem() throws Exception {
        ImportResult result = run("c21_amounts.csv");

        assertThat(result.refused())
                .extracting(RowNote::ref)
                .containsExactly("a4", "a5", "a6", "a8", "a9", "a10", "a11", "a12", "a13", "a14", "a15", "a17");
        assertThat(result.refused()).extracting(RowNote::code).containsOnly("BAD_AMOUNT");
        assertThat(result.recorded()).isEqualTo(3 + 6);
    }

    @Test
    void aNoteAtTheFootIsPassedOver() throws Exception {
        ImportResult result = run("m02_footer_note.csv");

        assertThat(refused(result)).isEmpty();
        assertThat(result.recorded()).isEqualTo(3);
        assertThat(warned(result)).containsExactly("8  NOT_A_MOVEMENT");
        assertThat(result.warnings().getFirst().value()).startsWith("制表人");
    }

    @Test
    void personalNumbersInAMemoAreRecordedWithAWarning() throws Exception {
        ImportResult result = run("m07_memo_personal.csv");

        assertThat(result.recorded()).isEqualTo(4);
        assertThat(warned(result)).containsExactly("5 7 PERSONAL_IN_MEMO memo");
    }

    @Test
    void aHiddenRowIsRecordedWithAWarning() throws Exception {
        ImportResult result = run("x15_hidden_row.xlsx");

        assertThat(result.recorded()).isEqualTo(5);
        assertThat(warned(result)).containsExactly("流水表 6 8 HIDDEN_ROW");
    }

    @Test
    void refsThatDifferInPunctuationAloneAreRecordedWithAWarning() throws Exception {
        ImportResult result = run("y04_same_voucher_two_parens.csv");

        assertThat(result.recorded()).isEqualTo(5);
        assertThat(warned(result)).containsExactlyInAnyOrder("6 记（12） REF_LOOKS_ALIKE ref", "6 记（12） LOOKS_DOUBLE ref");
        assertThat(warned(run("y04_same_voucher_two_parens.csv"))).as("again").isEmpty();
    }

    @Test
    void numbersThatBeginAgainEachMonthGetTheMonth() throws Exception {
        ImportResult result = run("v01_voucher_restarts_monthly.csv");

        assertThat(refused(result)).containsExactly("7 记-1 REF_REUSED ref", "8 记-2 REF_REUSED ref");
        assertThat(result.refused())
                .extracting(RowNote::message)
                .satisfiesExactly(
                        first -> assertThat(first).contains("“2025-02-记-1”"),
                        second -> assertThat(second).contains("“2025-02-记-2”"));
        assertThat(result.refused().getFirst().messageEn()).contains("2025-02-记-1");
    }

    @Test
    void rowsOfOneVoucherAreNumbered() throws Exception {
        ImportResult result = run("v02_voucher_two_rows.csv");

        assertThat(refused(result)).containsExactly("7 记-1 REF_REUSED ref");
        assertThat(result.refused().getFirst().message()).contains("“记-1/2”");
        assertThat(warned(result)).containsExactly("9 记-2 LOOKS_DOUBLE ref");
        assertThat(result.alreadyRecorded()).isEqualTo(1);
    }

    @Test
    void aPolicyBeyondAnyNumberIsRefused() throws Exception {
        ImportResult result = run("F1-line-sum-overflow.csv");

        assertThat(refused(result).getFirst()).isEqualTo("2 o BAD_POLICY policy");
        assertThat(result.recorded()).isZero();
    }
}
