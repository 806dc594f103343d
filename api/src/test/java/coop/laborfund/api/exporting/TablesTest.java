package coop.laborfund.api.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.answer.BalancesAnswer;
import coop.laborfund.api.answer.MemberAccountsAnswer;
import coop.laborfund.api.answer.ReasonAnswer;
import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.testing.InventedHistory;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.ledger.posting.Postings;
import coop.laborfund.projections.guarantee.Verdicts;
import coop.laborfund.projections.query.Balance;
import coop.laborfund.projections.query.Evidence;
import coop.laborfund.projections.query.MemberAccounts;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is exported as tables, read back by other code. */
class TablesTest {

    private static final String FUND = "F1";

    private static List<LedgerNode> held = List.of();

    @BeforeAll
    static void record() {
        LedgerNode node = TestNodes.open();
        held = List.of(node);
        TestNodes.importText(node, ImportMode.ACCEPT_VALID, InventedHistory.csv(31, 9, 2021, 3));
        TestNodes.importText(node, ImportMode.ACCEPT_VALID, """
                ref,date,fund,type,party,size,amount,memo
                -Z1,2024-01-05,F1,入社,-户1,3,,
                -Z2,2024-01-06,F1,入股,-户1,,123.45,"=HYPERLINK(""x"")"
                -Z3,2024-01-07,F1,管理费用,,,1.07,+1+1
                -Z4,2024-01-07,F1,管理费用,,,1.01,@SUM(A1)
                -Z5,2024-01-07,F1,管理费用,,,1.02,＝1+1
                """);
    }

    @AfterAll
    static void letGo() {
        held.forEach(LedgerNode::close);
    }

    private static String csv(Export export) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        export.text(ExportFormat.CSV).accept(out);
        out.flush();
        return text.toString();
    }

    @Test
    void noTextOfACsvFileIsAFormulaAndEveryAmountIsANumber() {
        String journal = csv(Exports.journal(FUND, events().stream(), null, null));
        String balances = csv(Exports.balances(balances()));

        List<CsvRecord> entries =
                CsvReader.builder().ofCsvRecord(journal).stream().toList();
        List<CsvRecord> accounts =
                CsvReader.builder().ofCsvRecord(balances).stream().toList();

        for (CsvRecord row : entries) {
            assertThat(row.getFields()).noneMatch(TablesTest::isFormula);
        }
        assertThat(entries.getFirst().getFields())
                .containsExactly(
                        "date", "position", "ref", "type", "account", "sub", "name", "debit", "credit", "memo");
        assertThat(entries.stream().map(row -> row.getField(9)))
                .contains("'=HYPERLINK(\"x\")", "'+1+1", "'@SUM(A1)", "'＝1+1");
        assertThat(entries.stream().map(row -> row.getField(2))).contains("-Z2").contains("R5");
        for (CsvRecord row : accounts.subList(1, accounts.size())) {
            assertThat(row.getFields().subList(0, 3)).noneMatch(TablesTest::isFormula);
            assertThat(row.getField(3)).matches("-?[0-9]+\\.[0-9]{2}");
        }
        assertThat(accounts.stream().map(row -> row.getField(1))).contains("-户1");
    }

    @Test
    void anIdIsWrittenAsRecordedUnlessItCallsAFunction() {
        assertThat(List.of("-1", "-户1", "-A1/B2", "-(1)", "C001:A001").stream().map(CsvText::harmless))
                .containsExactly("-1", "-户1", "-A1/B2", "-(1)", "C001:A001");
        assertThat(List.of("-WEBSERVICE(A1)", "-SUM（A1）", "-1+1", "-A1!B2", "-cmd|x", "- 1").stream()
                        .map(CsvText::harmless))
                .allMatch(text -> text.startsWith("'-"));
    }

    private static boolean isFormula(String text) {
        boolean begins = !text.isEmpty() && "=+-@\t\r＝＋－＠".indexOf(text.charAt(0)) >= 0;
        return begins && !text.matches("-[\\p{IsHan}A-Za-z0-9]+");
    }

    @Test
    void theJournalAsATableIsTheJournal() {
        LocalDate from = LocalDate.of(2022, 5, 5);
        LocalDate to = LocalDate.of(2023, 2, 3);
        String text = csv(Exports.journal(FUND, events().stream(), from, to));

        Map<String, Fen> sums = new TreeMap<>();
        CsvReader.builder().ofCsvRecord(text).stream().skip(1).forEach(row -> {
            Fen debit = row.getField(7).isEmpty() ? Fen.ZERO : Fen.ofYuan(row.getField(7));
            Fen credit = row.getField(8).isEmpty() ? Fen.ZERO : Fen.ofYuan(row.getField(8));
            assertThat(debit.isZero()).isNotEqualTo(credit.isZero());
            sums.merge(row.getField(4) + ":" + row.getField(5), debit.minus(credit), Fen::plus);
        });
        sums.values().removeIf(Fen::isZero);

        Map<String, Fen> expected = new TreeMap<>();
        for (Balance balance :
                node().readModels().balances(FUND, to, null).orElseThrow().accounts()) {
            expected.put(balance.account() + ":" + balance.sub(), balance.amount());
        }
        assertThat(sums).isEqualTo(expected);
    }

    @Test
    void aWorkbookOfTheJournalHasTheSameFiguresInSeveralSheetsToo() throws IOException {
        List<String> expected = new ArrayList<>();
        events().stream()
                .map(RecordedEvent::event)
                .map(Postings::of)
                .flatMap(entry -> entry.lines().stream())
                .map(Line::amount)
                .forEach(amount -> expected.add(amount.toString()));

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Exports.journal(FUND, events().stream(), null, null).workbook().accept(out);
        List<String> amounts = new ArrayList<>();
        for (Row row : rows(out, 0)) {
            assertThat(row.getCell(0).getType()).isEqualTo(CellType.NUMBER);
            assertThat(row.getCell(4).getType()).isEqualTo(CellType.STRING);
            String debit = amount(row, 7);
            amounts.add(debit.isEmpty() ? "-" + amount(row, 8) : debit);
        }
        assertThat(amounts).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aTableLongerThanASheetGoesOnInTheNext() throws IOException {
        List<List<Sheet.Cell>> rows = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            rows.add(List.of(Sheet.words("=" + i), Sheet.money(Fen.of(i * 7L - 900))));
        }
        List<Sheet.Column> columns = List.of(new Sheet.Column("a", "甲", 10), new Sheet.Column("b", "乙", 10));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, 1_001)) {
            workbook.add(new Sheet("表", columns, rows));
        }

        List<String> read = new ArrayList<>();
        for (int sheet = 0; sheet < 3; sheet++) {
            rows(out, sheet).forEach(row -> read.add(row.getCellText(0) + " " + amount(row, 1)));
        }
        assertThat(read)
                .containsExactlyElementsOf(rows.stream()
                        .map(row ->
                                "=" + read(row.get(0).text()) + " " + row.get(1).text())
                        .toList());
    }

    private static String read(String harmless) {
        return harmless.substring(2);
    }

    @Test
    void workbooksOfBalancesAndMembersHaveTheProgramsFigures() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Exports.balances(balances()).workbook().accept(out);
        List<Row> rows = rows(out, 0);
        List<String> read = rows.stream()
                .limit(rows.size() - 2L)
                .map(row -> row.getCellText(0) + "," + text(row, 1) + "," + amount(row, 3))
                .toList();
        assertThat(read)
                .containsExactlyElementsOf(balances().accounts().stream()
                        .map(account -> account.account() + "," + account.sub() + "," + account.balance())
                        .toList());
        assertThat(amount(rows.getLast(), 3)).isEqualTo(balances().credit());

        List<MemberAccounts.Row> accounts =
                node().readModels().memberAccounts(FUND, null, null).orElseThrow();
        out.reset();
        Exports.members(MemberAccountsAnswer.of(FUND, accounts, Map.of(), null))
                .workbook()
                .accept(out);
        assertThat(rows(out, 0).stream()
                        .map(row ->
                                row.getCellText(0) + row.getCellText(4) + " " + amount(row, 6) + " " + amount(row, 9)))
                .containsExactlyElementsOf(accounts.stream()
                        .map(row -> row.household() + row.type().chinese() + " " + row.holding() + " " + row.unpaid())
                        .toList());
    }

    @Test
    void aWorkbookOfTheVerdictsHasTheirFiguresAndMovements() throws IOException {
        LocalDate day = LocalDate.of(2023, 6, 30);
        Verdicts verdicts =
                node().readModels().guarantees(FUND, 2022, day, null, true).orElseThrow();
        SortedMap<Long, Evidence> movements =
                node().readModels().evidence(FUND, verdicts.position()).orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Exports.guarantees(verdicts, true, () -> movements).workbook().accept(out);

        List<Row> judged = rows(out, 0);
        assertThat(judged).hasSize(3 + verdicts.employmentIncome().total());
        assertThat(amount(judged.getFirst(), 3))
                .isEqualTo(verdicts.capitalSafety().coverage().toString());
        assertThat(amount(judged.getFirst(), 6))
                .isEqualTo(verdicts.capitalSafety().shortfall().toString());
        assertThat(rows(out, 2).stream()
                        .filter(row -> row.getCellText(0).equals("资金安全"))
                        .map(row -> Long.valueOf(row.getCellText(2))))
                .containsExactlyElementsOf(verdicts.capitalSafety().evidence());
        assertThat(rows(out, 3).stream()
                        .filter(row -> row.getCellText(0).equals("资金安全"))
                        .map(row -> row.getCellText(2)))
                .containsExactlyElementsOf(
                        ReasonAnswer.of(verdicts.capitalSafety().reasons()).stream()
                                .map(ReasonAnswer::zh)
                                .toList());
    }

    private static List<Row> rows(ByteArrayOutputStream workbook, int sheet) throws IOException {
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook.toByteArray()))) {
            List<Row> rows = read.getSheet(sheet).orElseThrow().read();
            return rows.subList(1, rows.size());
        }
    }

    private static String text(Row row, int column) {
        return row.getOptionalCell(column).map(cell -> cell.getText()).orElse("");
    }

    private static String amount(Row row, int column) {
        return row.getCellAsNumber(column)
                .map(number -> number.setScale(2).toPlainString())
                .orElse("");
    }

    private static BalancesAnswer balances() {
        return BalancesAnswer.of(node().readModels().balances(FUND, null, null).orElseThrow());
    }

    private static List<RecordedEvent> events() {
        return node().history().ofFund(FUND, 1, Long.MAX_VALUE).toList();
    }

    private static LedgerNode node() {
        return held.getFirst();
    }
}
