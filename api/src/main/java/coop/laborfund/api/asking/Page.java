package coop.laborfund.api.asking;

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
public record Page<T>(List<T> items, @Nullable Long next) {

    /** The first {@code limit} of a stream, of which one more is read to know whether that is all. */
    public static <T> Page<T> of(Stream<T> all, int limit, ToLongFunction<T> position) {
        List<T> items = all.limit(limit + 1L).toList();
        return items.size() <= limit
                ? new Page<>(items, null)
                : new Page<>(items.subList(0, limit), position.applyAsLong(items.get(limit - 1)));
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
