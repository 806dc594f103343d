package coop.laborfund.ledger.axon;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * Axon's event store, which is stopped when its threads are. Axon's own leaves the one that reads what is new for processors to
 * end by itself, which then may find its connections closed.
 */
final class AwaitedEventStore extends EmbeddedEventStore {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Queue<Thread> threads;

    private AwaitedEventStore(Builder builder, Queue<Thread> threads) {
        super(builder);
        this.threads = threads;
    }

    static AwaitedEventStore of(EventStorageEngine engine) {
        AxonThreadFactory factory = new AxonThreadFactory("event-store");
        Queue<Thread> threads = new ConcurrentLinkedQueue<>();
        return new AwaitedEventStore(
                builder().storageEngine(engine).threadFactory(work -> {
                    Thread thread = factory.newThread(work);
                    threads.add(thread);
                    return thread;
                }),
                threads);
    }

    /** Returns when nothing is read any more, or after ten seconds. */
    @Override
    public void shutDown() {
        super.shutDown();
        // As after an append: whoever waits for new events looks, and sees that this is the end.
        afterCommit(List.of());
        try {
            for (Thread thread : threads) {
                thread.join(PATIENCE);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
