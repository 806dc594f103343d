package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.money.Fen;
import java.util.ArrayList;
import java.util.List;

/** Judges the village collective's income (集体收入). */
final class CollectiveJudge {

    private CollectiveJudge() {}

    static CollectiveIncomeTarget judge(JudgedYear year, CollectiveFigures figures) {
        Fen received = figures.received();
        Fen shortfall = Judge.lacking(figures.target(), received.plus(figures.paid()));
        Verdict verdict = verdict(year, figures);
        return new CollectiveIncomeTarget(
                figures.village(),
                verdict,
                figures.earned(),
                figures.unremitted(),
                received,
                figures.paid(),
                figures.target(),
                shortfall,
                verdict.isExplained() ? reasons(figures, shortfall) : List.of(),
                VerdictEvidence.NOT_ASKED);
    }

    private static Verdict verdict(JudgedYear year, CollectiveFigures figures) {
        Fen target = figures.target();
        Fen withPaid = figures.received().plus(figures.paid());
        if (year.notStarted()) {
            return Verdict.NOT_STARTED;
        }
        if (!target.exceeds(figures.received())) {
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

    private static List<Reason> reasons(CollectiveFigures figures, Fen shortfall) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason.VillageIncomeLacking(figures.target(), figures.received(), figures.paid(), shortfall));
        if (figures.unremitted().isPositive()) {
            reasons.add(new Reason.Unremitted(figures.unremitted()));
        }
        return List.copyOf(reasons);
    }
}
