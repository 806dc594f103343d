package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.PeriodEvent.MonthClosed;
import coop.laborfund.ledger.event.SetupEvent.HouseholdAdmitted;
import coop.laborfund.ledger.event.SetupEvent.HouseholdChanged;
import coop.laborfund.ledger.money.Fen;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;

/**
 * Households' sizes and admissions recorded for a year that had been closed (31), on which that year's verdicts rest. Today's rules
 * refuse them; what was taken over from elsewhere may have them.
 */
final class MemberCorrections extends Check {

    private record Correction(Movement<?> movement, String household, int year) {}

    private final List<Correction> corrections = new ArrayList<>();
    private LocalDate closedUntil = LocalDate.MIN;

    MemberCorrections() {
        once(MonthClosed.class, this::close);
        once(
                HouseholdAdmitted.class,
                movement -> look(movement, movement.event().household()));
        once(HouseholdChanged.class, movement -> look(movement, movement.event().household()));
    }

    private void close(Movement<MonthClosed> closing) {
        if (closing.event().month().getMonth() == Month.DECEMBER) {
            closedUntil = closing.event().month().atEndOfMonth();
        }
    }

    private void look(Movement<?> movement, String household) {
        if (!movement.date().isAfter(closedUntil)) {
            corrections.add(new Correction(movement, household, movement.date().getYear()));
        }
    }

    @Override
    void tell(View view, Report report) {
        for (Correction each : corrections) {
            report.add(
                    What.MEMBER_CHANGED_AFTER_CLOSING,
                    each.movement.date(),
                    Fen.ZERO,
                    List.of(each.movement.position()),
                    each.household,
                    each.movement.ref(),
                    each.year);
        }
    }
}
