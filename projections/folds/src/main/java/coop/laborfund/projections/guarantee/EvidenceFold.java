package coop.laborfund.projections.guarantee;

import coop.laborfund.projections.fact.Advances.AdvanceExtension;
import coop.laborfund.projections.fact.CollectiveIncome.Remittance;
import coop.laborfund.projections.fact.CollectiveIncome.VillageIncome;
import coop.laborfund.projections.fact.Dividends.DividendAmount;
import coop.laborfund.projections.fact.Journal.JournalLine;
import coop.laborfund.projections.fact.Labor.HouseholdIncome;
import coop.laborfund.projections.fact.Labor.Wage;
import coop.laborfund.projections.fact.Members.Admission;
import coop.laborfund.projections.fact.Members.PolicyValue;
import coop.laborfund.projections.fact.Members.SizeChange;
import coop.laborfund.projections.fact.Payouts.Payout;
import coop.laborfund.projections.fold.FactFold;

/**
 * Gathers the positions of the events that one fund's verdicts rest on. Run only where evidence is asked for: it is as
 * large as the evidence, which is a large part of the history.
 */
public final class EvidenceFold extends FactFold<EvidenceTotals> {

    private final EvidenceTotals totals = new EvidenceTotals();

    public EvidenceFold() {
        on(PolicyValue.class, totals.policies);
        on(Admission.class, totals.admissions);
        on(SizeChange.class, totals.sizeChanges);
        on(JournalLine.class, totals::count);
        on(AdvanceExtension.class, totals.capital::count);
        on(VillageIncome.class, totals::count);
        on(Remittance.class, totals.remittances::count);
        on(Payout.class, totals::count);
        on(DividendAmount.class, totals::count);
        on(
                Wage.class,
                (fact, sign) -> totals.of(YearOf.wage(fact), fact.household()).count(fact, sign));
        on(
                HouseholdIncome.class,
                (fact, sign) -> totals.of(YearOf.income(fact), fact.household()).count(fact, sign));
    }

    @Override
    public EvidenceTotals result() {
        return totals;
    }
}
