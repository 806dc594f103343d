package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.fact.CollectiveIncome.Remittance;
import coop.laborfund.projections.fact.CollectiveIncome.VillageIncome;
import coop.laborfund.projections.fold.Kept;
import coop.laborfund.projections.fold.Total;
import java.util.Comparator;
import java.util.List;

/**
 * The village's money that came to lie with the fund, and how much of it was handed over. What is handed over settles what came
 * first by date, then by recording, whatever it was; so each amount must be kept as it is.
 */
final class VillageHoldings {

    private final Kept<VillageIncome> held = new Kept<>();
    private final Total remitted = new Total();

    void count(VillageIncome income, int sign) {
        if (income.isHeldHere()) {
            held.count(income, sign);
        }
    }

    void count(Remittance remittance, int sign) {
        remitted.count(remittance.amount(), sign);
    }

    /** What of a year's income, subsidies left out, is still with the fund. */
    Fen unremitted(int year) {
        Fen settling = remitted.sum();
        Fen unremitted = Fen.ZERO;
        for (VillageIncome income : inOrder()) {
            Fen settled = settling.exceeds(income.amount()) ? income.amount() : settling;
            settling = settling.minus(settled);
            if (YearOf.income(income) == year && income.source() != IncomeSource.SUBSIDY) {
                unremitted = unremitted.plus(income.amount().minus(settled));
            }
        }
        return unremitted;
    }

    /** Stable, so that of one day the order of recording stays. */
    private List<VillageIncome> inOrder() {
        return held.all().stream()
                .sorted(Comparator.comparing(VillageIncome::date))
                .toList();
    }
}
