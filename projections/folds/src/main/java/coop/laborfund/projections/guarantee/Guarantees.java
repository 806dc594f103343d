package coop.laborfund.projections.guarantee;

import coop.laborfund.projections.fact.Fact;
import coop.laborfund.projections.fold.FactFold;
import coop.laborfund.projections.query.FactSource;
import coop.laborfund.projections.query.Scope;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The question of the three guarantees. */
public final class Guarantees {

    private Guarantees() {}

    /**
     * The three verdicts, by the facts of a source.
     *
     * @param scope the fund, the day that they are given for and the position
     * @param evidence whether they name what they rest on, which takes a read of the whole journal
     * @return empty where the fund was not open at the scope's position
     */
    public static Optional<Verdicts> judge(FactSource source, Scope scope, int year, boolean evidence) {
        GuaranteeFold figures = new GuaranteeFold();
        EvidenceFold positions = new EvidenceFold();
        hand(source, scope, year, evidence ? List.of(figures, positions) : List.of(figures));
        FundTotals totals = new FundTotals(source.balances(scope), figures.result());
        return evidence ? judge(totals, scope, year, positions.result()) : totals.verdicts(scope, year);
    }

    /** The three verdicts with what they rest on, by facts that were added up before. */
    public static Optional<Verdicts> judge(FundTotals totals, Scope scope, int year, EvidenceTotals evidence) {
        return totals.figures(scope, year).map(figures -> Judge.judge(figures).restingOn(evidence.of(figures)));
    }

    /** Hands over what counts for a year, each kind read once whichever folds need it. */
    private static void hand(FactSource source, Scope scope, int year, List<FactFold<?>> folds) {
        Set<Class<? extends Fact>> kinds = new LinkedHashSet<>();
        folds.forEach(fold -> kinds.addAll(fold.kinds()));
        for (Class<? extends Fact> kind : kinds) {
            for (Fact fact : source.counted(kind, scope.of(kind), YearOf.window(kind, year))) {
                folds.forEach(fold -> fold.add(fact));
            }
        }
    }
}
