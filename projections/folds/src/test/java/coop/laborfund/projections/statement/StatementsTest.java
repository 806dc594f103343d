package coop.laborfund.projections.statement;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.DividendEvent.DividendDeclared;
import coop.laborfund.ledger.event.DividendLine;
import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.GuaranteePayer;
import coop.laborfund.ledger.event.IncomeRoute;
import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed.YearResult;
import coop.laborfund.ledger.event.ReserveSource;
import coop.laborfund.ledger.event.Rules;
import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRecorded;
import coop.laborfund.ledger.event.TreasuryEvent.ExpensePaid;
import coop.laborfund.ledger.event.TreasuryEvent.OtherIncomeReceived;
import coop.laborfund.ledger.event.TreasuryEvent.ReserveAppropriated;
import coop.laborfund.ledger.event.TreasuryEvent.ReserveFunded;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.testing.RowHistory;
import coop.laborfund.projections.testing.TestHistory;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The official statements of histories made by hand, with figures worked out by hand. */
class StatementsTest {

    /**
     * 2022: return 240, interest 10 (502 before 2023), fee 5 and expense 35 (both 522): surplus 240 + 10 - 40 = 210. Of it 30
     * to the reserve, 100 dividend, 20 to the village: 60 are left. 2023: written off 500; interest 8 less fee 3 (524); expense
     * 50 (523); return 100. The reserve pays 520 (300 of 235, 200 of 311, 20 of 322, which is a loss and covers itself) and has
     * 510 back (300, 200, and 10 as income set aside); 100 written off come back. Surplus 100 - 50 + 5 + 110 - 520 = -355.
     * Then 20 of the loss are taken from the reserve and 60 from the shares.
     */
    private static RowHistory twoYears() {
        return RowHistory.openedOn("2022-01-05")
                .given("""
                2022-01-10 INVEST_SHARES party=H1 amount=10000 source=OWN
                2022-01-10 INVEST_SHARES party=H2 amount=5000
                2022-02-01 ADVANCE_CAPITAL advance=A1 party=C1 amount=6000 rate=8 due=2022-12-01 resolution=决议
                2022-06-30 RECEIVE_RETURN advance=A1 amount=240
                2022-07-01 BANK_INTEREST amount=10
                2022-07-02 BANK_FEE amount=5
                2022-08-01 PAY_EXPENSE amount=35
                2022-09-01 FUND_RESERVE amount=300
                2022-09-02 FUND_RESERVE amount=200 source=DONATION
                2022-12-20 APPROPRIATE_RESERVE amount=30
                2022-12-21 DECLARE_DIVIDEND year=2022 amount=100
                2022-12-22 RECORD_COLLECTIVE_INCOME amount=20 source=FUND_RETURN
                """)
                .closed("2022-01", "2022-12")
                .given("""
                2023-01-15 WRITE_OFF_ADVANCE advance=A1 amount=500 resolution=决议
                2023-02-01 BANK_INTEREST amount=8
                2023-02-01 BANK_FEE amount=3
                2023-02-02 PAY_EXPENSE amount=50
                2023-02-03 RECEIVE_RETURN advance=A1 amount=100
                2023-03-01 PAY_GUARANTEE guarantee=CAPITAL_SAFETY payer=RESERVE advance=A1 amount=520 year=2023 resolution=决议
                2023-04-01 RECOVER_PAYOUT advance=A1 amount=510
                2023-05-01 RECOVER_WRITE_OFF advance=A1 amount=100
                2023-06-01 ALLOCATE_LOSS amount=20 source=RESERVE resolution=决议
                2023-06-02 ALLOCATE_LOSS amount=60 source=SHARES resolution=决议
                """);
    }

    @Test
    void theIncomeStatementOfAClosedYearIsThatBeforeItsClosing() {
        Statements statements = twoYears().ask(StatementsFold::new, "2022-12-31");

        assertThat(amounts(statements.income()))
                .isEqualTo(Map.ofEntries(
                        Map.entry(2, "240.00"),
                        Map.entry(5, "40.00"),
                        Map.entry(7, "200.00"),
                        Map.entry(8, "10.00"),
                        Map.entry(10, "210.00"),
                        Map.entry(12, "210.00"),
                        Map.entry(15, "30.00"),
                        Map.entry(16, "180.00"),
                        Map.entry(18, "120.00"),
                        Map.entry(20, "60.00")));
    }

    @Test
    void theIncomeStatementSaysWhatCoveredALossAndWhatCameBack() {
        Statements statements = twoYears().ask(StatementsFold::new, "2023-06-30");

        assertThat(amounts(statements.income()))
                .isEqualTo(Map.ofEntries(
                        Map.entry(2, "100.00"),
                        Map.entry(5, "50.00"),
                        Map.entry(6, "-5.00"),
                        Map.entry(7, "55.00"),
                        Map.entry(8, "110.00"),
                        Map.entry(9, "520.00"),
                        Map.entry(10, "-355.00"),
                        Map.entry(12, "-355.00"),
                        Map.entry(13, "60.00"),
                        Map.entry(14, "100.00"), // 20 by the payout, 20 from the reserve, 60 from shares
                        Map.entry(15, "10.00"),
                        Map.entry(16, "-205.00"),
                        Map.entry(20, "-205.00")));
        assertThat(statements.income()).extracting(StatementLine::line).hasSize(20);
        assertThat(statements.income().get(11).previous()).isEqualTo(Fen.ofYuan("210"));
    }

    @Test
    void theBalanceSheetHasTheLinesOfTheForm() {
        Statements statements = twoYears().ask(StatementsFold::new, "2023-06-30");

        // 102: 15,000 - 6,000 + 240 + 10 - 5 - 35 + 300 + 200 = 9,710; + 8 - 3 - 50 + 100 + 510 + 100 = 10,375.
        assertThat(amounts(statements.balanceSheet()))
                .isEqualTo(Map.ofEntries(
                        Map.entry(1, "10375.00"),
                        Map.entry(2, "4980.00"), // 6,000 - 500 - 520
                        Map.entry(5, "15355.00"),
                        Map.entry(22, "15355.00"),
                        Map.entry(24, "20.00"),
                        Map.entry(30, "100.00"),
                        Map.entry(31, "120.00"),
                        Map.entry(33, "300.00"),
                        Map.entry(35, "420.00"),
                        Map.entry(36, "14940.00"),
                        Map.entry(37, "200.00"),
                        Map.entry(40, "-205.00"),
                        Map.entry(41, "14935.00"),
                        Map.entry(42, "15355.00")));
        assertThat(statements.balanceSheet())
                .extracting(StatementLine::line)
                .containsExactly(1, 2, 5, 21, 22, 24, 30, 31, 33, 35, 36, 37, 39, 40, 41, 42);
        assertThat(statements.balanceSheet().getFirst().previous()).isEqualTo(Fen.ofYuan("9710"));
    }

    @Test
    void equityHasARowForEachKindOfChange() {
        List<EquityRow> equity =
                twoYears().ask(StatementsFold::new, "2023-06-30").equity();

        assertThat(columns(equity.getFirst())).isEqualTo("15000.00 200.00 0.00 30.00 60.00 = 15290.00");
        assertThat(columns(row(equity, EquityChange.RESULT))).isEqualTo("0.00 0.00 0.00 0.00 -355.00 = -355.00");
        assertThat(columns(row(equity, EquityChange.LOSS_COVERED))).isEqualTo("-60.00 0.00 0.00 -20.00 80.00 = 0.00");
        assertThat(columns(row(equity, EquityChange.RESERVE_PAID)))
                .isEqualTo("0.00 -200.00 0.00 -20.00 20.00 = -200.00");
        assertThat(columns(row(equity, EquityChange.RESERVE_RECOVERED)))
                .isEqualTo("0.00 200.00 0.00 10.00 -10.00 = 200.00");
        assertThat(columns(equity.getLast())).isEqualTo("14940.00 200.00 0.00 0.00 -205.00 = 14935.00");
        assertThat(row(equity, EquityChange.CONTRIBUTION).previous()).isEqualTo(Fen.ofYuan("15000"));
        assertThat(row(equity, EquityChange.VILLAGE_RETURN).previous()).isEqualTo(Fen.ofYuan("-20"));
    }

    /** C1 got back 200 more than it left, and C2 has 500 here: the one owes, the other is owed. */
    @Test
    void whatADetailAccountOwesTheOtherWayRoundStandsOnTheOtherSide() {
        TestHistory history = new TestHistory();
        history.open("2023-01-01", Map.of());
        history.invest("2023-01-02", "H1", "5000");
        history.deposit("2023-01-03", "C1", "1000");
        history.deposit("2023-01-03", "C2", "500");
        history.refund("2023-01-04", "C1", "1200");
        history.payDividend("2023-01-05", 2022, "H1", "30");

        Statements statements = RowHistory.fold(history.events(), new StatementsFold(Days.scope("2023-01-31")));

        assertThat(amounts(statements.balanceSheet()))
                .containsEntry(2, "230.00")
                .containsEntry(24, "500.00");
        assertThat(amounts(statements.balanceSheet())).doesNotContainKey(30).containsEntry(22, "5500.00");
    }

    @Test
    void aReversalIsAnEntryOfItsOwnDay() {
        RowHistory history = RowHistory.openedOn("2022-01-05").given("""
                2022-01-10 INVEST_SHARES party=H1 amount=10000
                2022-11-01 OTHER_INCOME ref=income amount=700
                2022-12-21 DECLARE_DIVIDEND ref=dividend year=2022 amount=100
                2023-02-01 REVERSE reverses=income memo=记错
                2023-02-02 REVERSE reverses=dividend memo=记错
                """);

        assertThat(amounts(history.ask(StatementsFold::new, "2022-12-31").income()))
                .containsEntry(8, "700.00")
                .containsEntry(18, "100.00")
                .containsEntry(20, "600.00");
        assertThat(amounts(history.ask(StatementsFold::new, "2023-12-31").income()))
                .containsEntry(8, "-700.00")
                .containsEntry(13, "600.00")
                .containsEntry(18, "-100.00")
                .doesNotContainKey(20);
    }

    /**
     * Under version 1 subsidies for the reserve are on 322 and all of 332 has no sub: 500 - 40 of expenses on 522, also in 2023, of
     * which 60 are set aside, 100 are dividends and 30 the village's; the reserve, 200 + 60, pays 50 to a household.
     */
    @Test
    void whatVersion1RecordedStandsWhereItWasPosted() {
        TestHistory history = new TestHistory();
        history.open("2023-01-01", Map.of());
        history.record(new OtherIncomeReceived(head("1"), Fen.ofYuan("500")));
        history.record(new ExpensePaid(head("2"), Fen.ofYuan("40"), Rules.V1));
        history.record(new ReserveFunded(head("3"), Fen.ofYuan("200"), ReserveSource.FISCAL, Rules.V1));
        history.record(new ReserveAppropriated(head("4"), Fen.ofYuan("60"), Rules.V1));
        List<DividendLine> lines = List.of(new DividendLine("H1", Fen.ofYuan("100")));
        history.record(new DividendDeclared(head("5"), 2023, null, lines, null, Rules.V1));
        history.record(new CollectiveIncomeRecorded(
                head("6"),
                TestHistory.VILLAGE,
                Fen.ofYuan("30"),
                IncomeSource.FUND_RETURN,
                IncomeRoute.DIRECT,
                Rules.V1));
        history.record(new GuaranteePaid(
                head("7"),
                Guarantee.EMPLOYMENT_INCOME,
                GuaranteePayer.RESERVE,
                Fen.ofYuan("50"),
                2023,
                null,
                null,
                "H1",
                null,
                null,
                null,
                Rules.V1));
        history.record(new MonthClosed(
                head("8"),
                YearMonth.of(2023, 12),
                List.of(new YearResult("502", "", Fen.ofYuan("-500")), new YearResult("522", "", Fen.ofYuan("40"))),
                Fen.ZERO,
                Rules.V1));

        Statements statements = RowHistory.fold(history.events(), new StatementsFold(Days.scope("2023-12-31")));

        assertThat(amounts(statements.income()))
                .containsEntry(5, "40.00")
                .containsEntry(12, "460.00")
                .containsEntry(15, "60.00")
                .containsEntry(18, "130.00")
                .containsEntry(20, "270.00");
        assertThat(amounts(statements.balanceSheet()))
                .containsEntry(39, "210.00")
                .containsEntry(40, "270.00")
                .containsEntry(22, "610.00"); // 500 - 40 + 200 - 50
    }

    private static Voucher head(String ref) {
        return new Voucher(TestHistory.FUND, ref, LocalDate.of(2023, 12, 1), "");
    }

    private static EquityRow row(List<EquityRow> equity, EquityChange change) {
        return equity.get(List.of(EquityChange.values()).indexOf(change) + 1);
    }

    private static String columns(EquityRow row) {
        return String.join(
                        " ", row.columns().values().stream().map(Fen::toString).toList()) + " = " + row.total();
    }

    /** By line, those of zero left out. */
    static Map<Integer, String> amounts(List<StatementLine> lines) {
        Map<Integer, String> amounts = new TreeMap<>();
        lines.stream()
                .filter(line -> !line.amount().isZero())
                .forEach(line -> amounts.put(line.line(), line.amount().toString()));
        return amounts;
    }
}
