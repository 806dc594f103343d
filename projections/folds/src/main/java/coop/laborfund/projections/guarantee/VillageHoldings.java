package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.fact.CollectiveIncome.Remittance;
import coop.laborfund.projections.fact.CollectiveIncome.VillageIncome;
import coop.laborfund.projections.fold.Kept;
import coop.laborfund.projections.fold.Total;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The village's money that came to lie with the fund, and how much of it was handed over. What is handed over settles what came
 * first by date, then by recording, whatever it was; so each amount must be kept as it is.
 */
public final class VillageHoldings {

    /** How long the village's money may lie with the fund; the policy has no value for it. */
    public static final int DAYS_TO_REMIT = 30;

    private final Kept<VillageIncome> held = new Kept<>();
    private final Total remitted = new Total();

    public void count(VillageIncome income, int sign) {
        if (income.isHeldHere()) {
            held.count(income, sign);
        }
    }

    public void count(Remittance remittance, int sign) {
        remitted.count(remittance.amount(), sign);
    }

    /**
     * An amount that is still with the fund, or a part of it.
     *
     * @param rest above zero
     */
    public record Open(VillageIncome income, Fen rest) {}

    /** What is still with the fund, in the order of date, then of recording. */
    public List<Open> open() {
        Fen settling = remitted.sum();
        List<Open> open = new ArrayList<>();
        for (VillageIncome income : inOrder()) {
            Fen settled = settling.min(income.amount());
            settling = settling.minus(settled);
            if (income.amount().exceeds(settled)) {
                open.add(new Open(income, income.amount().minus(settled)));
            }
        }
        return open;
    }

    /** What of a year's income, subsidies left out, is still with the fund. */
    Fen unremitted(int year) {
        return open().stream()
                .filter(open -> YearOf.income(open.income) == year && open.income.source() != IncomeSource.SUBSIDY)
                .map(Open::rest)
                .reduce(Fen.ZERO, Fen::plus);
    }

    /** Stable, so that of one day the order of recording stays. */
    private List<VillageIncome> inOrder() {
        return held.all().stream()
                .sorted(Comparator.comparing(VillageIncome::date))
                .toList();
    }
}
