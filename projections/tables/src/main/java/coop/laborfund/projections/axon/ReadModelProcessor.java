package coop.laborfund.projections.axon;

import coop.laborfund.projections.door.Following;
import coop.laborfund.projections.fact.Projections;
import coop.laborfund.projections.store.ProjectionWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;

/**
 * Follows the history and writes the read tables while a server runs.
 *
 * <p>The progress kept beside the rows is the truth: the token is taken from it at every start and kept in memory
 * alone. One processor feeds all projections, so that the history is read and decoded once. Several nodes may follow at once; each event is
 * still written once, and where one node ends the others simply go on.
 */
public final class ReadModelProcessor implements Following {

    private static final String NAME = "read-models";
    private static final int BATCH = 1_000;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().name(NAME + "-", 0).daemon().factory());
    private final PooledStreamingEventProcessor processor;

    /** @param transactions of the database that the writer writes to: a batch's rows, in all tables, are there together or not */
    public ReadModelProcessor(
            StreamableMessageSource<TrackedEventMessage<?>> events,
            SpringTransactionManager transactions,
            ProjectionWriter writer) {
        processor = PooledStreamingEventProcessor.builder()
                .name(NAME)
                .messageSource(events)
                .eventHandlerInvoker(new BatchInvoker(writer))
                .errorHandler(PropagatingErrorHandler.instance())
                .tokenStore(new InMemoryTokenStore())
                .initialToken(source -> token(writer))
                .transactionManager(transactions)
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialSegmentCount(1)
                .batchSize(BATCH)
                .build();
    }

    public void start() {
        processor.start();
    }

    @Override
    public boolean isRunning() {
        return processor.isRunning();
    }

    @Override
    public void close() {
        processor.shutDown();
        threads.shutdown();
    }

    private static @Nullable TrackingToken token(ProjectionWriter writer) {
        long reached =
                Projections.ALL.stream().mapToLong(writer::progress).min().orElse(0);
        return reached == 0 ? null : new GlobalSequenceTrackingToken(reached);
    }
}
