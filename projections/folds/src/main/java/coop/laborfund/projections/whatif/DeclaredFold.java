package coop.laborfund.projections.whatif;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.fact.Dividends.DividendAmount;
import coop.laborfund.projections.fact.Dividends.DividendKind;
import coop.laborfund.projections.fold.FactFold;
import coop.laborfund.projections.fold.Total;
import java.util.HashMap;
import java.util.Map;

/** Dividends declared, by year and household. */
final class DeclaredFold extends FactFold<DeclaredFold> {

    private final Map<Integer, Map<String, Total>> years = new HashMap<>();

    DeclaredFold() {
        on(DividendAmount.class, this::count);
    }

    private void count(DividendAmount dividend, int sign) {
        if (dividend.kind() == DividendKind.DECLARED) {
            years.computeIfAbsent(dividend.year(), year -> new HashMap<>())
                    .computeIfAbsent(dividend.household(), household -> new Total())
                    .count(dividend.amount(), sign);
        }
    }

    Fen of(int year, String household) {
        return years.getOrDefault(year, Map.of())
                .getOrDefault(household, new Total())
                .sum();
    }

    @Override
    public DeclaredFold result() {
        return this;
    }
}
