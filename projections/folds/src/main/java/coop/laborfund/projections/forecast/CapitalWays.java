package coop.laborfund.projections.forecast;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.forecast.Remedy.Repayment;
import coop.laborfund.projections.forecast.Remedy.Reserve;
import coop.laborfund.projections.guarantee.CapitalFigures;
import coop.laborfund.projections.guarantee.CapitalFigures.Advance;
import coop.laborfund.projections.guarantee.CapitalSafety;
import coop.laborfund.projections.guarantee.Judge;
import coop.laborfund.projections.guarantee.JudgedYear;
import coop.laborfund.projections.guarantee.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What would keep the verdict on the capital's safety; each way is asked of the judge before it is named. */
final class CapitalWays {

    private final JudgedYear year;
    private final CapitalFigures figures;
    private final CapitalSafety judged;

    private CapitalWays(JudgedYear year, CapitalFigures figures) {
        this.year = year;
        this.figures = figures;
        judged = Judge.judge(year, figures);
    }

    /** @param kept the verdict that is to be kept, or a better one */
    static List<List<Remedy>> keeping(Verdict kept, JudgedYear year, CapitalFigures figures) {
        CapitalWays ways = new CapitalWays(year, figures);
        return ways.candidates().stream()
                .filter(way -> !ways.after(way).isWorseThan(kept))
                .toList();
    }

    /** From the least money to the most. */
    private List<List<Remedy>> candidates() {
        List<List<Remedy>> ways = new ArrayList<>();
        Fen reserveNeeded = figures.reserveRate().floorOf(figures.outstanding());
        Fen reserveLacking = Judge.lacking(reserveNeeded, figures.reserve());
        if (reserveLacking.isPositive()) {
            ways.add(List.of(new Reserve(reserveLacking)));
        }
        List<Remedy> late = new ArrayList<>();
        for (Advance advance : figures.advances()) {
            if (advance.isPastDueOn(year.asOf())) {
                Fen shortfall = judged.shortfall();
                if (shortfall.isPositive() && advance.outstanding().exceeds(shortfall)) {
                    ways.add(List.of(new Repayment(advance.company(), advance.advance(), shortfall)));
                }
                late.add(new Repayment(advance.company(), advance.advance(), advance.outstanding()));
            }
        }
        if (late.size() > 1) {
            late.forEach(one -> ways.add(List.of(one)));
        }
        if (!late.isEmpty()) {
            ways.add(List.copyOf(late));
        }
        return ways;
    }

    private Verdict after(List<Remedy> way) {
        Map<String, Fen> repaid = new HashMap<>();
        Fen reserve = Fen.ZERO;
        for (Remedy remedy : way) {
            if (remedy instanceof Repayment repayment) {
                repaid.put(repayment.advance(), repayment.amount());
            } else if (remedy instanceof Reserve funded) {
                reserve = reserve.plus(funded.amount());
            }
        }
        return Judge.judge(year, figures.afterRepaying(repaid).afterFundingReserve(reserve))
                .verdict();
    }
}
