package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.DividendEvent.DividendDeclared;
import coop.laborfund.ledger.event.DividendEvent.DividendPaid;
import coop.laborfund.ledger.event.DividendLine;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.GuaranteePayer;
import coop.laborfund.ledger.event.LossLine;
import coop.laborfund.ledger.event.SetupEvent.HouseholdAdmitted;
import coop.laborfund.ledger.event.ShareEvent.LossAllocated;
import coop.laborfund.ledger.money.Fen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What was done on days that ended with a loss: dividends declared and paid out of principal (9), the reserve paid out (30); and who
 * bears a loss that was there before he joined (29).
 */
final class SurplusDays extends Check {

    private final Movements<DividendDeclared> declared = keep(DividendDeclared.class);
    private final Movements<DividendPaid> paid = keep(DividendPaid.class);
    private final Movements<GuaranteePaid> payouts = keep(GuaranteePaid.class);
    private final Movements<LossAllocated> losses = keep(LossAllocated.class);
    private final Movements<HouseholdAdmitted> admissions = keep(HouseholdAdmitted.class);

    @Override
    void tell(View view, Report report) {
        inDeficit(What.DECLARED_FROM_PRINCIPAL, declared.byDate(), event -> sum(event.lines()), view, report);
        inDeficit(What.PAID_FROM_PRINCIPAL, paid.byDate(), event -> sum(event.lines()), view, report);
        List<Movement<GuaranteePaid>> ofReserve = payouts.byDate().stream()
                .filter(payout -> payout.event().payer() == GuaranteePayer.RESERVE)
                .toList();
        inDeficit(What.RESERVE_PAID_IN_DEFICIT, ofReserve, FundEvent::amount, view, report);
        Map<String, LocalDate> joined = new HashMap<>();
        admissions.all().forEach(movement -> joined.put(movement.event().household(), movement.date()));
        losses.byDate().forEach(loss -> lookAtNewcomers(loss, joined, view.standings(), report));
    }

    private static Fen sum(List<DividendLine> lines) {
        return lines.stream().map(DividendLine::amount).reduce(Fen.ZERO, Fen::plus);
    }

    private static <E extends FundEvent> void inDeficit(
            What what, List<Movement<E>> movements, Function<E, Fen> amount, View view, Report report) {
        List<Movement<E>> those = new ArrayList<>();
        Fen sum = Fen.ZERO;
        Fen worst = Fen.ZERO;
        for (Movement<E> movement : movements) {
            Fen surplus = view.standings().on(movement.date()).surplus();
            if (surplus.isNegative()) {
                those.add(movement);
                sum = sum.plus(amount.apply(movement.event()));
                worst = worst.min(surplus);
            }
        }
        if (!those.isEmpty()) {
            LocalDate first = those.getFirst().date();
            report.add(what, first, sum, Movements.positions(those), those.size(), sum, first, worst.negate());
        }
    }

    /** A newcomer's part is of before he joined as far as the loss never was smaller since then. */
    private static void lookAtNewcomers(
            Movement<LossAllocated> loss, Map<String, LocalDate> joined, Standings standings, Report report) {
        Fen borne = Fen.ZERO;
        List<String> households = new ArrayList<>();
        for (LossLine line : loss.event().lines()) {
            LocalDate admitted = joined.get(line.household());
            Fen before = admitted == null ? Fen.ZERO : lossThroughout(admitted, loss, standings);
            if (before.isPositive()) {
                borne = borne.plus(line.amount().min(before));
                households.add(line.household());
            }
        }
        if (borne.isPositive()) {
            report.add(
                    What.NEWCOMER_BEARS_LOSS,
                    loss.date(),
                    borne,
                    List.of(loss.position()),
                    loss.ref(),
                    households.size(),
                    households.getFirst(),
                    borne);
        }
    }

    /** The least that was uncovered at the end of the day before the admission and of each day from then to that before the loss was shared. */
    private static Fen lossThroughout(LocalDate admitted, Movement<?> loss, Standings standings) {
        Fen least = standings.on(admitted.minusDays(1)).uncoveredLoss();
        if (least.isZero() || !admitted.isBefore(loss.date())) {
            return Fen.ZERO;
        }
        for (Standing end :
                standings.ends().subMap(admitted, true, loss.date(), false).values()) {
            least = least.min(end.uncoveredLoss());
        }
        return least;
    }
}
