package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.guarantee.EmploymentFigures.Household;
import coop.laborfund.projections.guarantee.EmploymentIncome.HouseholdVerdict;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Judges the households' employment and income (就业增收). */
final class EmploymentJudge {

    /** How many households a reason names. */
    private static final int NAMED = 5;

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
        List<HouseholdVerdict> judged = households.stream()
                .filter(household -> household.verdict() != Verdict.NOT_STARTED)
                .toList();
        List<Verdict> verdicts = judged.stream().map(HouseholdVerdict::verdict).toList();
        Verdict worst = Verdict.worst(verdicts);
        return new EmploymentIncome(
                worst,
                Math.toIntExact(verdicts.stream().filter(Verdict::satisfied).count()),
                judged.size(),
                shortfall(judged),
                worst.isExplained() ? reasons(worst, judged) : List.of(),
                VerdictEvidence.NOT_ASKED,
                households);
    }

    private HouseholdVerdict household(Household household) {
        Fen line = Judge.within(
                BigInteger.valueOf(figures.linePerHead().value()).multiply(BigInteger.valueOf(household.size())));
        Fen withPaid = household.income().plus(household.paid());
        Fen shortfall = Judge.lacking(line, withPaid);
        StableMonths stable = StableMonths.of(household.workers(), figures.stableWage());
        int months = stable.most();
        Verdict verdict =
                household.isJudgedFor(year) ? verdict(months, household.income(), withPaid, line) : Verdict.NOT_STARTED;
        return new HouseholdVerdict(
                household.household(),
                verdict,
                months,
                household.income(),
                household.paid(),
                line,
                shortfall,
                Math.max(0, figures.stableMonths() - months),
                verdict.isExplained() ? reasons(verdict, household, line, shortfall, stable) : List.of(),
                VerdictEvidence.NOT_ASKED);
    }

    private Verdict verdict(int months, Fen earned, Fen withPaid, Fen line) {
        boolean stable = months >= figures.stableMonths();
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

    private List<Reason> reasons(Verdict verdict, Household household, Fen line, Fen shortfall, StableMonths stable) {
        List<Reason> reasons = new ArrayList<>();
        if (stable.most() < figures.stableMonths()) {
            reasons.addAll(stable.reasons(year.year(), figures.stableMonths()));
        }
        if (shortfall.isPositive()) {
            reasons.add(new Reason.IncomeLacking(line, household.income(), household.paid(), shortfall));
        }
        addProvable(verdict, reasons);
        return List.copyOf(reasons);
    }

    private List<Reason> reasons(Verdict worst, List<HouseholdVerdict> judged) {
        List<HouseholdVerdict> those = judged.stream()
                .filter(household -> household.verdict() == worst)
                .toList();
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason.Households(
                worst,
                those.stream().limit(NAMED).map(HouseholdVerdict::household).toList(),
                those.size(),
                shortfall(those)));
        addProvable(worst, reasons);
        return List.copyOf(reasons);
    }

    private void addProvable(Verdict verdict, List<Reason> reasons) {
        if (verdict == Verdict.BREACHED && !year.asOf().isAfter(year.provableUntil())) {
            reasons.add(new Reason.WagesProvable(year.provableUntil()));
        }
    }

    private static Fen shortfall(List<HouseholdVerdict> households) {
        return Judge.within(households.stream()
                .map(household -> BigInteger.valueOf(household.shortfall().value()))
                .reduce(BigInteger.ZERO, BigInteger::add));
    }
}
