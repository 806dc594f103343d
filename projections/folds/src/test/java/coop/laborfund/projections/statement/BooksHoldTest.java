package coop.laborfund.projections.statement;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.testing.Randomly;
import coop.laborfund.ledger.testing.Seeded;
import coop.laborfund.projections.query.Balance;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.testing.RandomHistory;
import coop.laborfund.projections.testing.RowHistory;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The trial balance and the books of any history say what its balances say. */
class BooksHoldTest {

    private static final int EVENTS = 1_200;

    @Seeded(times = 4)
    void booksAgreeWithBalances(Randomly random) {
        List<RecordedEvent> events =
                RandomHistory.of(random.between(0L, Integer.MAX_VALUE), EVENTS).events();
        for (String fund : RandomHistory.FUNDS) {
            for (LocalDate day : Days.quarterEndsOfRandomHistories()) {
                Scope scope = new Scope(fund, day, random.percent(50) ? Long.MAX_VALUE : random.between(0L, EVENTS));
                LocalDate from = random.percent(50) ? day.withDayOfYear(1) : day.withDayOfMonth(1);
                List<Balance> balances = StatementsHoldTest.balances(events, scope);
                List<Balance> before =
                        StatementsHoldTest.balances(events, new Scope(fund, from.minusDays(1), scope.knownAt()));
                assertTrialBalance(RowHistory.fold(events, new TrialBalanceFold(scope, from)), balances, before);
                assertDayBook(RowHistory.fold(events, AccountBookFold.dayBook(scope, from)), balances, before);
                assertGeneralLedger(RowHistory.fold(events, new GeneralLedgerFold(scope, from, null)), balances);
                assertMembers(
                        RowHistory.fold(events, new MemberCapitalFold(scope)).members(), balances);
            }
        }
    }

    private static void assertTrialBalance(TrialBalance trial, List<Balance> balances, List<Balance> before) {
        assertThat(details(trial).filter(row -> !row.closing().isZero()))
                .extracting(row -> new Balance(row.account(), row.sub(), row.closing()))
                .isEqualTo(balances);
        assertThat(details(trial).filter(row -> !row.opening().isZero()))
                .extracting(row -> new Balance(row.account(), row.sub(), row.opening()))
                .isEqualTo(before);
        assertThat(trial.rows())
                .allSatisfy(row -> assertThat(row.opening().plus(row.debit()).minus(row.credit()))
                        .isEqualTo(row.closing()));
        Fen credits = details(trial).map(TrialBalance.Row::credit).reduce(Fen.ZERO, Fen::plus);
        assertThat(trial.turnover()).isEqualTo(credits);
    }

    /** The sub-accounts, and the accounts that have none. */
    private static Stream<TrialBalance.Row> details(TrialBalance trial) {
        Map<String, Long> rows = new HashMap<>();
        trial.rows().forEach(row -> rows.merge(row.account(), 1L, Long::sum));
        return trial.rows().stream().filter(row -> row.detail() || rows.getOrDefault(row.account(), 0L) == 1);
    }

    private static void assertDayBook(AccountBook book, List<Balance> balances, List<Balance> before) {
        assertThat(book.opening()).isEqualTo(StatementsHoldTest.sum(before, account -> account == Account.BANK));
        assertThat(book.rows()).isSortedAccordingTo((one, other) -> one.date().compareTo(other.date()));
        Fen balance = book.opening();
        for (AccountBook.Row row : book.rows()) {
            balance = balance.plus(row.debit()).minus(row.credit());
            assertThat(row.balance()).isEqualTo(balance);
        }
        assertThat(balance).isEqualTo(StatementsHoldTest.sum(balances, account -> account == Account.BANK));
    }

    private static void assertGeneralLedger(GeneralLedger ledger, List<Balance> balances) {
        Map<String, Fen> closings = new HashMap<>();
        ledger.rows().forEach(row -> closings.put(row.account(), row.closing()));
        closings.forEach((code, closing) -> assertThat(closing)
                .isEqualTo(balances.stream()
                        .filter(balance -> balance.account().equals(code))
                        .map(Balance::amount)
                        .reduce(Fen.ZERO, Fen::plus)));
    }

    private static void assertMembers(List<MemberCapital> members, List<Balance> balances) {
        Map<String, Fen> subs = new HashMap<>();
        balances.forEach(balance -> subs.put(balance.account() + ":" + balance.sub(), balance.amount()));
        for (MemberCapital member : members) {
            assertThat(member.shares().negate()).isEqualTo(subs.getOrDefault("301:" + member.household(), Fen.ZERO));
            assertThat(member.unpaid().negate()).isEqualTo(subs.getOrDefault("222:" + member.household(), Fen.ZERO));
        }
        assertThat(members.stream().map(MemberCapital::shares).reduce(Fen.ZERO, Fen::plus))
                .isEqualTo(StatementsHoldTest.sum(balances, account -> account == Account.SHARES)
                        .negate());
    }
}
