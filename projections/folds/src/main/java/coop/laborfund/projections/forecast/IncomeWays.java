package coop.laborfund.projections.forecast;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.forecast.Remedy.HouseholdIncome;
import coop.laborfund.projections.forecast.Remedy.Months;
import coop.laborfund.projections.forecast.Remedy.Remittance;
import coop.laborfund.projections.forecast.Remedy.VillageIncome;
import coop.laborfund.projections.guarantee.CollectiveFigures;
import coop.laborfund.projections.guarantee.EmploymentIncome.HouseholdVerdict;
import coop.laborfund.projections.guarantee.Judge;
import coop.laborfund.projections.guarantee.JudgedYear;
import java.util.ArrayList;
import java.util.List;

/**
 * What would keep the verdicts on incomes, the village's and the households': until the year is over the part of it that has gone by,
 * then the whole. With nothing else coming a verdict that is met stays so, so that no more is ever needed.
 */
final class IncomeWays {

    private IncomeWays() {}

    /** @param held what the fund holds for the village, of all years */
    static List<List<Remedy>> ofVillage(JudgedYear year, CollectiveFigures figures, Fen held) {
        Fen needed = needed(year, figures.target());
        Fen lacking = Judge.lacking(needed, figures.received().plus(figures.paid()));
        List<List<Remedy>> ways = new ArrayList<>();
        if (!lacking.exceeds(figures.unremitted())) {
            ways.add(List.of(new Remittance(held)));
        }
        ways.add(List.of(new VillageIncome(lacking)));
        return ways;
    }

    /** @param stableMonths how many the policy asks for */
    static List<Remedy> ofHousehold(JudgedYear year, int stableMonths, HouseholdVerdict verdict) {
        List<Remedy> way = new ArrayList<>();
        int months = Math.toIntExact(whole(year, stableMonths)) - verdict.months();
        if (months > 0) {
            way.add(new Months(verdict.household(), months));
        }
        Fen lacking =
                Judge.lacking(needed(year, verdict.line()), verdict.income().plus(verdict.paid()));
        if (lacking.isPositive()) {
            way.add(new HouseholdIncome(verdict.household(), lacking));
        }
        return way;
    }

    private static Fen needed(JudgedYear year, Fen all) {
        return Fen.of(whole(year, all.value()));
    }

    private static long whole(JudgedYear year, long all) {
        return year.isOver() ? all : year.share().leastOf(all);
    }
}
