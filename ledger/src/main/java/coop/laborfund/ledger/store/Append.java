package coop.laborfund.ledger.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Events of one fund that somebody wants appended, all or none, and waits for. */
final class Append {

    private final List<NewEvent> events;
    private final CompletableFuture<Long> result = new CompletableFuture<>();

    Append(List<NewEvent> events) {
        this.events = events;
    }

    List<NewEvent> events() {
        return events;
    }

    String fund() {
        return events.getFirst().fund();
    }

    int size() {
        return events.size();
    }

    /** The last one's position; or {@link AppendConflictException}, or what the database said. */
    CompletableFuture<Long> result() {
        return result;
    }
}
