package coop.laborfund.ledger.store;

import coop.laborfund.ledger.event.StreamId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Events of one stream that somebody wants appended, all or none, and waits for. */
final class Append {

    private final List<NewEvent> events;
    private final List<byte[]> rows;
    private final CompletableFuture<Long> result = new CompletableFuture<>();

    Append(List<NewEvent> events) {
        this.events = events;
        // On the thread of who waits, so that the writer, and all others with it, has less to do under the lock.
        this.rows = isLarge() ? events.stream().map(EventCopy::row).toList() : List.of();
    }

    List<NewEvent> events() {
        return events;
    }

    StreamId stream() {
        return events.getFirst().stream();
    }

    int size() {
        return events.size();
    }

    /** Whether somebody stands in for the clock. */
    boolean isClockTrusted() {
        return events.stream().allMatch(NewEvent::isClockTrusted);
    }

    boolean isLarge() {
        return events.size() >= AppendSizes.LARGE;
    }

    /** An event's row as {@link EventCopy#row} writes it; null for one of a few, which are inserted. */
    byte @Nullable [] preparedRow(int index) {
        return rows.isEmpty() ? null : rows.get(index);
    }

    /** The last one's position; or {@link AppendConflictException}, or what the database said. */
    CompletableFuture<Long> result() {
        return result;
    }
}
