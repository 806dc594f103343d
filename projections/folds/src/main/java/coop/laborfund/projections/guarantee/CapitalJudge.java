package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.guarantee.CapitalFigures.Advance;

/** Judges the safety of the fund's capital (资金安全). */
final class CapitalJudge {

    private CapitalJudge() {}

    static CapitalSafety judge(CapitalFigures figures) {
        Fen good = Fen.ZERO;
        boolean overdue = false;
        for (Advance advance : figures.advances()) {
            if (!figures.asOf().isAfter(advance.due().plusDays(figures.graceDays()))) {
                good = good.plus(advance.outstanding());
            }
            overdue |= figures.asOf().isAfter(advance.due())
                    && advance.outstanding().isPositive();
        }
        Fen coverage = figures.bank().minus(figures.owed()).plus(good);
        boolean reserved = !figures.reserveRate().floorOf(figures.outstanding()).exceeds(figures.reserve());
        return new CapitalSafety(
                verdict(figures.shares().exceeds(coverage), overdue || !reserved),
                figures.shares(),
                coverage,
                figures.outstanding(),
                good,
                figures.reserve(),
                Judge.lacking(figures.shares(), coverage),
                VerdictEvidence.NOT_ASKED);
    }

    private static Verdict verdict(boolean uncovered, boolean atRisk) {
        if (uncovered) {
            return Verdict.BREACHED;
        }
        return atRisk ? Verdict.AT_RISK : Verdict.MET;
    }
}
