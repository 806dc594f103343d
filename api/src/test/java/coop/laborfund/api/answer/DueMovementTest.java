package coop.laborfund.api.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.PeriodEvent.MonthClosed;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.fund.FundDecider;
import coop.laborfund.ledger.fund.FundState;
import coop.laborfund.ledger.fund.Outcome;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.Randomly;
import coop.laborfund.ledger.testing.RecordedMovements;
import coop.laborfund.ledger.testing.Row;
import coop.laborfund.ledger.testing.Seeded;
import coop.laborfund.projections.due.DueFold;
import coop.laborfund.projections.due.DueItem;
import coop.laborfund.projections.due.DueItems;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.testing.RowHistory;
import coop.laborfund.projections.testing.TestHistory;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The movement that would settle what is due, and what holds for the dues of any history. */
class DueMovementTest {

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
        Row row = Row.of("%s fund=F1 ref=due %s".formatted(day, cells(item)));
        if (FundDecider.decide(state, row.movement(), prior, TODAY) instanceof Outcome.Refused refused) {
            assertThat(refused.rejection().code()).as("%s", row).isIn(FOR_A_PERSON);
        }
    }

    private static String cells(DueItem item) {
        return DueMovement.of(item).entrySet().stream()
                .map(cell -> cell.getKey() + "=" + cell.getValue())
                .collect(Collectors.joining(" "));
    }

    private static long monthsOpen(List<RecordedEvent> events, LocalDate day) {
        long closed = events.stream()
                .filter(recorded -> recorded.event() instanceof MonthClosed)
                .count();
        LocalDate opened = events.getFirst().event().date();
        return (day.getYear() - opened.getYear()) * 12L + day.getMonthValue() - opened.getMonthValue() - closed;
    }

    @Test
    void eachKindHasItsMovement() {
        LocalDate day = LocalDate.of(2023, 12, 10);
        SortedSet<Long> evidence = new TreeSet<>();
        Fen amount = Fen.ofYuan("60.5");
        YearMonth month = YearMonth.of(2023, 3);
        Rate rate = Rate.ofPercent("6");

        assertThat(List.<DueItem>of(
                        new DueItem.AdvanceDue(day, "C1", "A1", day, amount, evidence),
                        new DueItem.FloorDividendDue(day, 2023, rate, Fen.ZERO, amount, evidence),
                        new DueItem.FloorDividendDue(day, 2023, rate, Fen.of(1), amount, evidence),
                        new DueItem.DividendUnpaid(day, 2023, 2, amount, evidence),
                        new DueItem.VillageMoneyHeld(day, "532599100200", day, amount, evidence),
                        new DueItem.MonthToClose(day, month),
                        new DueItem.BankLineOpen(day, "b1", true, amount, Optional.of("i1"), evidence),
                        new DueItem.BankLineOpen(day, "b2", true, amount, Optional.empty(), evidence),
                        new DueItem.NoticeToPublish(day, month)))
                .extracting(DueMovementTest::cells)
                .containsExactly(
                        "type=REPAY_ADVANCE amount=60.50 advance=A1",
                        "type=DECLARE_DIVIDEND year=2023 rate=6",
                        "type=DECLARE_DIVIDEND amount=60.50 year=2023",
                        "type=PAY_DIVIDEND party=* year=2023",
                        "type=REMIT_COLLECTIVE_INCOME amount=60.50",
                        "type=CLOSE_MONTH month=2023-03",
                        "type=MATCH_BANK_LINE line=b1 match=i1",
                        "type=MATCH_BANK_LINE line=b2",
                        "type=PUBLISH_NOTICE month=2023-03");
    }
}
