package coop.laborfund.projections.rebuild;

import coop.laborfund.projections.fact.Projection;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;

/**
 * What some projections lack of a stretch of the history, to be folded in one pass and committed at once.
 *
 * @param number which stretch of {@link #SIZE} positions, from 0
 * @param reached the last position that each projection has
 * @param to the last position to fold
 */
record Slice(long number, Map<Projection, Long> reached, long to) {

    /** Small enough that little is lost with one, large enough that its commit costs nothing. */
    static final long SIZE = 50_000;

    /** The position before a stretch. */
    static long before(long number) {
        return number * SIZE;
    }

    static long end(long number, long goal) {
        return Math.min(goal, before(number + 1));
    }

    long from() {
        return Collections.min(reached.values()) + 1;
    }

    long events() {
        return to - from() + 1;
    }

    static long events(Collection<Slice> slices) {
        return slices.stream().mapToLong(Slice::events).sum();
    }
}
