package coop.laborfund.api.web.http;

import coop.laborfund.api.web.problems.ProblemException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Some of a list that is in the order of positions.
 *
 * @param next the position after which the next page begins, null where this is the last
 */
record Page<T>(List<T> items, @Nullable Long next) {

    static final int LARGEST = 1_000;
    private static final int USUAL = 100;

    /** How many items a page may have. */
    static int limit(@Nullable String text) {
        long limit = Parameters.position("limit", text, USUAL);
        if (limit < 1 || limit > LARGEST) {
            throw ProblemException.badParameter("limit", String.valueOf(limit), "1 … " + LARGEST);
        }
        return Math.toIntExact(limit);
    }

    /** The first {@code limit} of a stream, of which one more is read to know whether that is all. */
    static <T> Page<T> of(Stream<T> all, int limit, ToLongFunction<T> position) {
        List<T> items = all.limit(limit + 1L).toList();
        return items.size() <= limit
                ? new Page<>(items, null)
                : new Page<>(items.subList(0, limit), position.applyAsLong(items.get(limit - 1)));
    }

    <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
