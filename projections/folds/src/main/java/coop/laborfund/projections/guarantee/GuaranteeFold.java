package coop.laborfund.projections.guarantee;

import coop.laborfund.projections.fact.Advances.AdvanceExtension;
import coop.laborfund.projections.fact.Advances.AdvanceTerms;
import coop.laborfund.projections.fact.CollectiveIncome.Remittance;
import coop.laborfund.projections.fact.CollectiveIncome.VillageIncome;
import coop.laborfund.projections.fact.Dividends.DividendAmount;
import coop.laborfund.projections.fact.Labor.HouseholdIncome;
import coop.laborfund.projections.fact.Labor.Wage;
import coop.laborfund.projections.fact.Members.Admission;
import coop.laborfund.projections.fact.Members.Departure;
import coop.laborfund.projections.fact.Members.FundOpening;
import coop.laborfund.projections.fact.Members.PolicyValue;
import coop.laborfund.projections.fact.Members.SizeChange;
import coop.laborfund.projections.fact.Payouts.Payout;
import coop.laborfund.projections.fact.Shares.LossAllocation;
import coop.laborfund.projections.fold.FactFold;

/**
 * Adds up one fund's facts to what its verdicts go by: as large as its households with their workers and years, its
 * advances with their extensions, its changes of policy and sizes, and the village's income that passed through it. Of the years it
 * takes those that it is handed.
 */
public final class GuaranteeFold extends FactFold<GuaranteeTotals> {

    private final GuaranteeTotals totals = new GuaranteeTotals();

    public GuaranteeFold() {
        on(FundOpening.class, totals.openings);
        on(PolicyValue.class, totals.policies);
        on(AdvanceTerms.class, totals.advances);
        on(AdvanceExtension.class, totals.extensions);
        on(LossAllocation.class, totals.losses);
        on(Admission.class, totals.admissions);
        on(SizeChange.class, totals.sizeChanges);
        on(Departure.class, totals.departures);
        on(VillageIncome.class, (fact, sign) -> {
            totals.of(YearOf.income(fact)).count(fact, sign);
            totals.village.count(fact, sign);
        });
        on(Remittance.class, totals.village::count);
        on(Wage.class, (fact, sign) -> totals.of(YearOf.wage(fact)).count(fact, sign));
        on(HouseholdIncome.class, (fact, sign) -> totals.of(YearOf.income(fact)).count(fact, sign));
        on(
                DividendAmount.class,
                (fact, sign) -> totals.of(YearOf.dividend(fact)).count(fact, sign));
        on(Payout.class, (fact, sign) -> totals.of(YearOf.payout(fact)).count(fact, sign));
    }

    @Override
    public GuaranteeTotals result() {
        return totals;
    }
}
