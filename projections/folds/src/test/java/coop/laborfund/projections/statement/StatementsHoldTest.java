package coop.laborfund.projections.statement;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.PeriodEvent.MonthClosed;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed.YearResult;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.ledger.posting.Postings;
import coop.laborfund.ledger.testing.Randomly;
import coop.laborfund.ledger.testing.Seeded;
import coop.laborfund.projections.query.Balance;
import coop.laborfund.projections.query.BalanceFold;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.testing.RandomHistory;
import coop.laborfund.projections.testing.RowHistory;
import coop.laborfund.projections.testing.TestHistory;
import java.time.LocalDate;
import java.time.Month;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What holds for the statements of any history, at every quarter's end. */
class StatementsHoldTest {

    private static final int EVENTS = 1_200;
    private static final int ROWS = 2_500;

    /** Under no rule: every event that was ever recorded, those of version 1 too. */
    @Seeded(times = 4)
    void statementsAgreeWithTheBooksWhateverWasRecorded(Randomly random) {
        TestHistory history = RandomHistory.of(random.between(0L, Integer.MAX_VALUE), EVENTS);
        for (String fund : RandomHistory.FUNDS) {
            for (LocalDate day : Days.quarterEndsOfRandomHistories()) {
                long knownAt = random.percent(50) ? Long.MAX_VALUE : random.between(0L, EVENTS);
                assertStatements(history.events(), new Scope(fund, day, knownAt));
            }
        }
    }

    @Seeded(times = 4)
    void statementsAgreeWithTheBooksOfATreasurer(Randomly random) {
        List<RecordedEvent> events = RowHistory.plausible(random, ROWS);
        for (LocalDate day : Days.quarterEnds(2019, 2025)) {
            assertStatements(events, new Scope(TestHistory.FUND, day, Long.MAX_VALUE));
        }
    }

    /** What the closing takes from 331 to 332 is what line 12 says, as known before it and after it. */
    @Seeded(times = 4)
    void theYearsSurplusIsWhatDecembersClosingCarries(Randomly random) {
        List<RecordedEvent> events = RowHistory.plausible(random, ROWS);
        int closings = 0;
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof MonthClosed closing
                    && closing.month().getMonth() == Month.DECEMBER) {
                Fen carried = closing.results().stream()
                        .map(YearResult::balance)
                        .reduce(Fen.ZERO, Fen::plus)
                        .negate();
                closings++;
                LocalDate yearEnd = closing.month().atEndOfMonth();
                for (long knownAt : List.of(recorded.position() - 1, recorded.position(), Long.MAX_VALUE)) {
                    Statements statements =
                            RowHistory.fold(events, new StatementsFold(new Scope(TestHistory.FUND, yearEnd, knownAt)));
                    assertThat(line(statements.income(), 12)).isEqualTo(carried);
                }
            }
        }
        assertThat(closings).as("Decembers closed of %d rows", ROWS).isPositive();
    }

    private static void assertStatements(List<RecordedEvent> events, Scope scope) {
        Statements statements = RowHistory.fold(events, new StatementsFold(scope));
        Statements before = RowHistory.fold(
                events,
                new StatementsFold(
                        new Scope(scope.fund(), scope.asOf().withDayOfYear(1).minusDays(1), scope.knownAt())));
        assertBalanceSheet(statements.balanceSheet(), balances(events, scope));
        assertThat(line(statements.income(), 20))
                .as("%s", scope)
                .isEqualTo(line(statements.balanceSheet(), 40))
                .isEqualTo(line(statements.income(), 16)
                        .minus(line(statements.income(), 17))
                        .minus(line(statements.income(), 18))
                        .minus(line(statements.income(), 19)));
        assertEquity(statements, before);
        assertPrevious(statements, before);
    }

    private static void assertBalanceSheet(List<StatementLine> sheet, List<Balance> balances) {
        assertThat(line(sheet, 22)).isEqualTo(line(sheet, 42));
        assertThat(line(sheet, 1)).isEqualTo(sum(balances, account -> account == Account.BANK));
        assertThat(line(sheet, 2).minus(line(sheet, 24)).minus(line(sheet, 30)))
                .isEqualTo(sum(
                        balances,
                        account -> account == Account.ADVANCES
                                || account == Account.PAYABLES
                                || account == Account.DIVIDENDS_PAYABLE));
        assertThat(line(sheet, 33).negate()).isEqualTo(sum(balances, account -> account == Account.FISCAL_RESERVE));
        assertThat(line(sheet, 36).negate()).isEqualTo(sum(balances, account -> account == Account.SHARES));
        assertThat(line(sheet, 37).negate()).isEqualTo(sum(balances, account -> account == Account.DONATED_RESERVE));
        assertThat(line(sheet, 39).negate()).isEqualTo(sum(balances, account -> account == Account.SURPLUS_RESERVE));
        assertThat(line(sheet, 40).negate()).isEqualTo(sum(balances, Account::ofSurplus));
        for (int never : List.of(2, 24, 30)) {
            assertThat(line(sheet, never)).isGreaterThanOrEqualTo(Fen.ZERO);
        }
    }

    /** Closing = opening + changes, the opening is last year's closing, and the closing is the balance sheet's. */
    private static void assertEquity(Statements statements, Statements before) {
        List<EquityRow> rows = statements.equity();
        Map<EquityColumn, Fen> sum = new EnumMap<>(EquityColumn.class);
        rows.subList(0, rows.size() - 1)
                .forEach(row -> row.columns().forEach((column, amount) -> sum.merge(column, amount, Fen::plus)));
        EquityRow closing = rows.getLast();
        assertThat(closing.columns()).isEqualTo(sum);
        assertThat(rows.getFirst().columns())
                .isEqualTo(before.equity().getLast().columns());
        List<StatementLine> sheet = statements.balanceSheet();
        assertThat(closing.columns())
                .isEqualTo(Map.of(
                        EquityColumn.SHARES, line(sheet, 36),
                        EquityColumn.SPECIAL_FUNDS, line(sheet, 37),
                        EquityColumn.CAPITAL_RESERVE, Fen.ZERO,
                        EquityColumn.SURPLUS_RESERVE, line(sheet, 39),
                        EquityColumn.UNDISTRIBUTED, line(sheet, 40)));
        assertThat(closing.total()).isEqualTo(line(sheet, 41));
    }

    private static void assertPrevious(Statements statements, Statements before) {
        assertThat(statements.balanceSheet())
                .extracting(StatementLine::previous)
                .isEqualTo(before.balanceSheet().stream()
                        .map(StatementLine::amount)
                        .toList());
        assertThat(statements.income())
                .extracting(StatementLine::previous)
                .isEqualTo(before.income().stream().map(StatementLine::amount).toList());
        assertThat(statements.equity())
                .extracting(EquityRow::previous)
                .isEqualTo(before.equity().stream().map(EquityRow::total).toList());
    }

    static List<Balance> balances(List<RecordedEvent> events, Scope scope) {
        BalanceFold balances = new BalanceFold();
        for (RecordedEvent recorded : events) {
            var entry = Postings.of(recorded.event());
            if (scope.has(recorded.event().fund(), entry.date(), recorded.position())) {
                balances.add(entry);
            }
        }
        return balances.result();
    }

    static Fen sum(List<Balance> balances, Predicate<Account> of) {
        return balances.stream()
                .filter(balance ->
                        of.test(ChartOfAccounts.heading(balance.account()).account()))
                .map(Balance::amount)
                .reduce(Fen.ZERO, Fen::plus);
    }

    static Fen line(List<StatementLine> lines, int number) {
        return lines.stream()
                .filter(line -> line.line() == number)
                .findFirst()
                .orElseThrow()
                .amount();
    }
}
