package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.guarantee.EmploymentFigures.Household;
import coop.laborfund.projections.guarantee.EmploymentFigures.Worker;
import coop.laborfund.projections.guarantee.EmploymentIncome.HouseholdVerdict;
import java.util.List;

/** Judges the households' employment and income (就业增收). */
final class EmploymentJudge {

    private final JudgedYear year;
    private final EmploymentFigures figures;

    private EmploymentJudge(JudgedYear year, EmploymentFigures figures) {
        this.year = year;
        this.figures = figures;
    }

    static EmploymentIncome judge(JudgedYear year, EmploymentFigures figures) {
        return new EmploymentJudge(year, figures).judge();
    }

    private EmploymentIncome judge() {
        List<HouseholdVerdict> households =
                figures.households().stream().map(this::household).toList();
        List<Verdict> verdicts =
                households.stream().map(HouseholdVerdict::verdict).toList();
        return new EmploymentIncome(
                year.notStarted() ? Verdict.NOT_STARTED : Verdict.worst(verdicts),
                Math.toIntExact(verdicts.stream().filter(Verdict::satisfied).count()),
                households.stream().map(HouseholdVerdict::shortfall).reduce(Fen.ZERO, Fen::plus),
                VerdictEvidence.NOT_ASKED,
                households);
    }

    private HouseholdVerdict household(Household household) {
        Fen line = Fen.of(Math.multiplyExact(figures.linePerHead().value(), (long) household.size()));
        Fen withPaid = household.income().plus(household.paid());
        int months = mostMonths(household.workers());
        return new HouseholdVerdict(
                household.household(),
                verdict(months, household.income(), withPaid, line),
                months,
                household.income(),
                household.paid(),
                line,
                Judge.lacking(line, withPaid),
                Math.max(0, figures.stableMonths() - months),
                VerdictEvidence.NOT_ASKED);
    }

    private Verdict verdict(int months, Fen earned, Fen withPaid, Fen line) {
        boolean stable = months >= figures.stableMonths();
        if (year.notStarted()) {
            return Verdict.NOT_STARTED;
        }
        if (stable && !line.exceeds(earned)) {
            return Verdict.MET;
        }
        if (stable && !line.exceeds(withPaid)) {
            return Verdict.MET_BY_PAYOUT;
        }
        if (year.isOver()) {
            return Verdict.BREACHED;
        }
        ShareOfYear share = year.share();
        return share.isReached(months, figures.stableMonths()) && share.isReached(withPaid.value(), line.value())
                ? Verdict.ON_TRACK
                : Verdict.AT_RISK;
    }

    /** Distinct months, worker by worker: two employers in a month prove it once, two workers' months are not added. */
    private static int mostMonths(List<Worker> workers) {
        return workers.stream().mapToInt(worker -> worker.wages().size()).max().orElse(0);
    }
}
