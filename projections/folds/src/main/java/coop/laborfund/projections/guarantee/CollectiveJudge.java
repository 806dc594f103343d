package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.money.Fen;

/** Judges the village collective's income (集体收入). */
final class CollectiveJudge {

    private CollectiveJudge() {}

    static CollectiveIncomeTarget judge(JudgedYear year, CollectiveFigures figures) {
        return new CollectiveIncomeTarget(
                figures.village(),
                verdict(year, figures),
                figures.earned(),
                figures.paid(),
                figures.target(),
                Judge.lacking(figures.target(), figures.earned().plus(figures.paid())),
                VerdictEvidence.NOT_ASKED);
    }

    private static Verdict verdict(JudgedYear year, CollectiveFigures figures) {
        Fen target = figures.target();
        Fen withPaid = figures.earned().plus(figures.paid());
        if (year.notStarted()) {
            return Verdict.NOT_STARTED;
        }
        if (!target.exceeds(figures.earned())) {
            return Verdict.MET;
        }
        if (!target.exceeds(withPaid)) {
            return Verdict.MET_BY_PAYOUT;
        }
        if (year.isOver()) {
            return Verdict.BREACHED;
        }
        return year.share().isReached(withPaid.value(), target.value()) ? Verdict.ON_TRACK : Verdict.AT_RISK;
    }
}
