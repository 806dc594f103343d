package coop.laborfund.projections.statement;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.BankDirection;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.StatementEvent;
import coop.laborfund.ledger.event.StatementEvent.BankLineRecorded;
import coop.laborfund.ledger.event.StatementEvent.BankLinesMatched;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.ledger.posting.Postings;
import coop.laborfund.ledger.testing.Randomly;
import coop.laborfund.ledger.testing.Seeded;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.statement.Reconciliation.Gap;
import coop.laborfund.projections.testing.RandomHistory;
import coop.laborfund.projections.testing.RowHistory;
import coop.laborfund.projections.testing.TestHistory;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Whatever was recorded, a reconciliation comes out equal, or what it is out by is named to the fen. */
class ReconciliationHoldsTest {

    private static final int EVENTS = 1_200;
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    @Seeded(times = 4)
    void theDifferenceIsNamedWhateverWasRecorded(Randomly random) {
        TestHistory history = RandomHistory.of(random.between(0L, Integer.MAX_VALUE), EVENTS);
        for (String fund : RandomHistory.FUNDS) {
            for (LocalDate day : Days.quarterEndsOfRandomHistories()) {
                long knownAt = random.percent(50) ? Long.MAX_VALUE : random.between(0L, EVENTS);
                assertNamed(history.events(), new Scope(fund, day, knownAt));
            }
        }
    }

    @Seeded(times = 4)
    void theDifferenceIsNamedInATreasurersBooks(Randomly random) {
        List<RecordedEvent> events = RowHistory.plausible(random, EVENTS);
        for (LocalDate day : Days.quarterEnds(2019, 2025)) {
            assertNamed(events, new Scope(TestHistory.FUND, day, Long.MAX_VALUE));
        }
    }

    /** A bank that knows of every movement, some days late, and says its balance on each line: equal on every day, matched or not. */
    @Seeded(times = 6)
    void aWholeStatementComesOutEqualOnEveryDay(Randomly random) {
        List<RecordedEvent> events = RowHistory.plausible(random, EVENTS).stream()
                .filter(recorded -> !(recorded.event() instanceof StatementEvent))
                .filter(recorded -> !(recorded.event() instanceof MovementReversed))
                .toList();
        TestHistory history = new TestHistory();
        events.forEach(recorded -> history.record(recorded.event()));
        bank(events, history, random);
        for (int day = 0; day < 2000; day += random.between(20, 60)) {
            Reconciliation reconciliation = RowHistory.fold(
                    history.events(),
                    new ReconciliationFold(new Scope(TestHistory.FUND, FIRST.plusDays(day), Long.MAX_VALUE)));
            assertThat(reconciliation.difference()).isEqualTo(Fen.ZERO);
            assertThat(reconciliation.gaps()).isEmpty();
        }
    }

    private static void bank(List<RecordedEvent> events, TestHistory history, Randomly random) {
        Fen balance = Fen.ZERO;
        LocalDate last = FIRST;
        List<FundEvent> byDate = events.stream()
                .map(RecordedEvent::event)
                .sorted(Comparator.comparing(FundEvent::date))
                .toList();
        for (FundEvent event : byDate) {
            Fen amount = ofBank(event);
            if (amount.isZero()) {
                continue;
            }
            LocalDate seen = event.date().plusDays(random.between(0, 5));
            last = seen.isAfter(last) ? seen : last;
            balance = balance.plus(amount);
            history.record(new BankLineRecorded(
                    head("b" + event.ref(), last),
                    amount.max(amount.negate()),
                    amount.isPositive() ? BankDirection.IN : BankDirection.OUT,
                    balance));
            if (random.percent(60)) {
                history.record(new BankLinesMatched(
                        head("m" + event.ref(), last), List.of("b" + event.ref()), List.of(event.ref())));
            }
        }
    }

    private static Voucher head(String ref, LocalDate date) {
        return new Voucher(TestHistory.FUND, ref, date, "");
    }

    private static Fen ofBank(FundEvent event) {
        return Postings.of(event).lines().stream()
                .filter(line -> line.account() == Account.BANK)
                .map(Line::amount)
                .reduce(Fen.ZERO, Fen::plus);
    }

    private static void assertNamed(List<RecordedEvent> events, Scope scope) {
        Reconciliation day = RowHistory.fold(events, new ReconciliationFold(scope));
        assertThat(day.gaps().stream().map(Gap::amount).reduce(Fen.ZERO, Fen::plus))
                .as("%s", scope)
                .isEqualTo(day.difference());
        assertThat(day.book())
                .isEqualTo(StatementsHoldTest.sum(
                        StatementsHoldTest.balances(events, scope), account -> account == Account.BANK));
    }
}
