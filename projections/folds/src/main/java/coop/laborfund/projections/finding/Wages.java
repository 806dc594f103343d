package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.LaborEvent.WageConfirmed;
import coop.laborfund.ledger.money.Fen;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Wages of one worker and month by two employers, and wages without a proof (12). Of the many wages it keeps what tells one from
 * another, and whole only those that there is something to say of.
 */
final class Wages extends Check implements Seen<WageConfirmed> {

    /** A wage, and those of the same worker and month that were recorded before it. */
    private record Wage(
            String ref,
            long position,
            LocalDate date,
            Fen amount,
            @Nullable Wage before) {

        private @Nullable Wage without(String undone) {
            if (ref.equals(undone)) {
                return before;
            }
            return new Wage(ref, position, date, amount, before == null ? null : before.without(undone));
        }
    }

    private final Map<String, Map<YearMonth, Wage>> workers = new HashMap<>();
    private final Movements<WageConfirmed> unproved = new Movements<>();

    Wages() {
        on(WageConfirmed.class, this);
    }

    @Override
    public void add(Movement<WageConfirmed> movement) {
        WageConfirmed wage = movement.event();
        of(wage).compute(
                        wage.month(),
                        (month, before) ->
                                new Wage(wage.ref(), movement.position(), wage.date(), wage.amount(), before));
        if (movement.memo().isBlank()) {
            unproved.add(movement);
        }
    }

    @Override
    public void takeBack(WageConfirmed original) {
        of(original).computeIfPresent(original.month(), (month, last) -> last.without(original.ref()));
        unproved.takeBack(original);
    }

    private Map<YearMonth, Wage> of(WageConfirmed wage) {
        return workers.computeIfAbsent(wage.worker(), any -> new HashMap<>());
    }

    private record Twice(String worker, YearMonth month, Wage last) {

        private List<Wage> all() {
            List<Wage> all = new ArrayList<>();
            for (Wage wage = last; wage != null; wage = wage.before) {
                all.add(wage);
            }
            return all;
        }
    }

    @Override
    void tell(View view, Report report) {
        List<Twice> twice = new ArrayList<>();
        workers.forEach((worker, months) -> months.forEach((month, last) -> {
            if (last.before != null) {
                twice.add(new Twice(worker, month, last));
            }
        }));
        twice.sort(Comparator.comparing(Twice::worker).thenComparing(Twice::month));
        twice.forEach(each -> lookAt(each, report));
        List<Movement<WageConfirmed>> without = unproved.byDate();
        if (!without.isEmpty()) {
            report.add(
                    What.WAGE_WITHOUT_PROOF,
                    without.getFirst().date(),
                    Movements.sum(without),
                    Movements.positions(without),
                    without.size(),
                    without.getFirst().event().worker(),
                    without.getFirst().event().month());
        }
    }

    private static void lookAt(Twice twice, Report report) {
        List<Wage> all = twice.all();
        Fen sum = all.stream().map(Wage::amount).reduce(Fen.ZERO, Fen::plus);
        report.add(
                What.WAGES_OF_TWO_EMPLOYERS,
                twice.last.date,
                sum,
                all.stream().map(Wage::position).toList(),
                twice.worker,
                twice.month,
                all.size(),
                sum);
    }
}
