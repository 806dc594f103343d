package coop.laborfund.projections.fold;

import coop.laborfund.projections.fact.Fact;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A fold of facts that count. The order of recording matters among facts of one kind, not between kinds, because a table
 * hands over one kind after the other.
 *
 * <p>What a reversal undoes is taken back by handing over the original's facts once more, with the sign turned: a sum
 * subtracts the amount, and what is kept as it is goes out by its ref. The facts are then equal to those that were added
 * in all but the position, which a reversal does not know of its original.
 *
 * @param <R> the answer
 */
public abstract class FactFold<R> implements Fold<Fact, R> {

    /** How facts of a kind count. */
    @FunctionalInterface
    public interface Counting<F extends Fact> {

        /** @param sign 1 adds the fact, -1 takes it back */
        void count(F fact, int sign);
    }

    private final Map<Class<? extends Fact>, Counting<Fact>> kinds = new LinkedHashMap<>();

    /** Says how facts of a kind count; those of kinds that were not named are passed over. */
    protected final <F extends Fact> void on(Class<F> kind, Counting<? super F> counting) {
        kinds.put(kind, (fact, sign) -> counting.count(kind.cast(fact), sign));
    }

    /** The kinds of facts that count here. */
    public final Set<Class<? extends Fact>> kinds() {
        return Collections.unmodifiableSet(kinds.keySet());
    }

    @Override
    public final void add(Fact fact) {
        count(fact, 1);
    }

    /** Makes the answer what it was without a fact that was added. */
    public final void takeBack(Fact fact) {
        count(fact, -1);
    }

    private void count(Fact fact, int sign) {
        Counting<Fact> counting = kinds.get(fact.getClass());
        if (counting != null) {
            counting.count(fact, sign);
        }
    }
}
