package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.fact.CollectiveIncome.VillageIncome;
import coop.laborfund.projections.fact.Dividends.DividendAmount;
import coop.laborfund.projections.fact.Labor.HouseholdIncome;
import coop.laborfund.projections.fact.Labor.Wage;
import coop.laborfund.projections.fact.Payouts.Payout;
import coop.laborfund.projections.fold.Total;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What counts for one year's verdicts, added up. */
final class YearTotals {

    private final Total earned = new Total();
    private final Total villagePaid = new Total();
    private final Map<String, HouseholdTotals> households = new HashMap<>();

    void count(VillageIncome income, int sign) {
        if (income.source() != IncomeSource.SUBSIDY) {
            earned.count(income.amount(), sign);
        }
    }

    void count(Payout payout, int sign) {
        switch (payout.guarantee()) {
            case COLLECTIVE_INCOME -> villagePaid.count(payout.amount(), sign);
            case EMPLOYMENT_INCOME ->
                of(Objects.requireNonNull(payout.household())).paid.count(payout.amount(), sign);
            case CAPITAL_SAFETY -> {}
        }
    }

    void count(Wage wage, int sign) {
        of(wage.household()).count(wage, sign);
    }

    void count(HouseholdIncome income, int sign) {
        of(income.household()).income.count(income.amount(), sign);
    }

    void count(DividendAmount dividend, int sign) {
        switch (dividend.kind()) {
            case PAID -> of(dividend.household()).income.count(dividend.amount(), sign);
            case RETURNED -> of(dividend.household()).income.count(dividend.amount(), -sign);
            case DECLARED -> {}
        }
    }

    Fen earned() {
        return earned.sum();
    }

    Fen villagePaid() {
        return villagePaid.sum();
    }

    EmploymentFigures.Household household(String household, int size, boolean joinedInTime) {
        return households.getOrDefault(household, new HouseholdTotals()).figures(household, size, joinedInTime);
    }

    private HouseholdTotals of(String household) {
        return households.computeIfAbsent(household, any -> new HouseholdTotals());
    }
}
