package coop.laborfund.projections.due;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.PeriodEvent.MonthClosed;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.fund.FundDecider;
import coop.laborfund.ledger.fund.FundState;
import coop.laborfund.ledger.fund.Outcome;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.Randomly;
import coop.laborfund.ledger.testing.RecordedMovements;
import coop.laborfund.ledger.testing.Row;
import coop.laborfund.ledger.testing.Seeded;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.testing.RowHistory;
import coop.laborfund.projections.testing.TestHistory;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What holds for the dues of any history. */
class DueHoldsTest {

    private static final int ROWS = 1_500;
    private static final LocalDate TODAY = LocalDate.of(2060, 1, 1);

    /** Of what a settling movement may still be refused: what a person has to find first, not what the item says. */
    private static final Set<RefusalCode> FOR_A_PERSON = EnumSet.of(
            RefusalCode.MISSING_FIELD,
            RefusalCode.INSUFFICIENT_CASH,
            RefusalCode.OVER_DISTRIBUTABLE_SURPLUS,
            RefusalCode.PERIOD_NOT_NEXT);

    @Seeded(times = 4)
    void whatIsDueIsSettledByTheMovementThatItNames(Randomly random) {
        List<RecordedEvent> events = RowHistory.plausible(random, ROWS);
        FundState state = FundState.EMPTY;
        for (RecordedEvent recorded : events) {
            state = state.evolve(recorded.event());
        }
        LocalDate day = events.stream()
                .map(recorded -> recorded.event().date())
                .max(LocalDate::compareTo)
                .orElseThrow()
                .plusDays(1);
        DueItems due = RowHistory.fold(events, new DueFold(new Scope(TestHistory.FUND, day, Long.MAX_VALUE)));
        RecordedMovements prior = new RecordedMovements();
        for (DueItem item : due.items()) {
            assertThat(item.date()).isBeforeOrEqualTo(day);
            assertThat(item.amount()).isGreaterThanOrEqualTo(Fen.ZERO);
            if (!(item instanceof DueItem.BankLineOpen)) {
                assertSettles(item, state, day, prior);
            }
        }
        assertThat(due.items().stream().filter(DueItem.MonthToClose.class::isInstance))
                .as("months from the first open one on")
                .hasSize((int) monthsOpen(events, day));
    }

    private static void assertSettles(DueItem item, FundState state, LocalDate day, RecordedMovements prior) {
        Row row = new Row(item.settling().cells())
                .with("%s %s fund=F1 ref=due".formatted(day, item.settling().type()));
        if (FundDecider.decide(state, row.movement(), prior, TODAY) instanceof Outcome.Refused refused) {
            assertThat(refused.rejection().code()).as("%s", row).isIn(FOR_A_PERSON);
        }
    }

    private static long monthsOpen(List<RecordedEvent> events, LocalDate day) {
        long closed = events.stream()
                .filter(recorded -> recorded.event() instanceof MonthClosed)
                .count();
        LocalDate opened = events.getFirst().event().date();
        return (day.getYear() - opened.getYear()) * 12L + day.getMonthValue() - opened.getMonthValue() - closed;
    }
}
