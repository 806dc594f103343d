package coop.laborfund.projections.axon;

import coop.laborfund.projections.door.Following;
import coop.laborfund.projections.fact.Projection;
import coop.laborfund.projections.fact.Projections;
import coop.laborfund.projections.store.ProjectionWriter;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofMillis(200);
    private static final Logger LOG = LoggerFactory.getLogger(ReadModelProcessor.class);

    private final StreamableMessageSource<TrackedEventMessage<?>> events;
    private final SpringTransactionManager transactions;
    private final ProjectionWriter writer;
    private Threads threads;
    private volatile PooledStreamingEventProcessor processor;
    private boolean closed;
    private boolean comingBack;

    /** @param transactions of the database that the writer writes to: a batch's rows, in all tables, are there together or not */
    public ReadModelProcessor(
            StreamableMessageSource<TrackedEventMessage<?>> events,
            SpringTransactionManager transactions,
            ProjectionWriter writer) {
        this.events = events;
        this.transactions = transactions;
        this.writer = writer;
        this.threads = new Threads();
        this.processor = processorOn(threads);
    }

    /** Axon's tasks end for ever with an {@link Error}, and nobody hears of it. */
    private final class Threads extends ScheduledThreadPoolExecutor {

        Threads() {
            super(2, Thread.ofPlatform().name(NAME + "-", 0).daemon().factory());
        }

        @Override
        protected void afterExecute(Runnable task, @Nullable Throwable thrown) {
            super.afterExecute(task, thrown);
            @Nullable Throwable failed = thrown;
            if (failed == null && task instanceof Future<?> ended && ended.state() == Future.State.FAILED) {
                failed = ended.exceptionNow();
            }
            if (failed instanceof Error) {
                LOG.error("the read tables' follower failed and is started afresh", failed);
                startAfresh(this);
            }
        }
    }

    /** The progress beside the rows says where to go on, and what the old one may still write is written once all the same. */
    private synchronized void startAfresh(Threads failed) {
        if (closed || threads != failed) {
            return;
        }
        threads = new Threads();
        processor = processorOn(threads);
        // Should it fail with an error, that is heard of as this one was.
        Future<?> unused = threads.schedule(this::start, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        failed.shutdownNow();
    }

    /** What a rebuild held at that moment nobody else writes until something more is recorded, and a reader may wait for it. */
    private synchronized void comeBack() {
        if (!closed && !comingBack) {
            comingBack = true;
            Future<?> unused = threads.schedule(this::catchUp, SOON.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void catchUp() {
        synchronized (this) {
            comingBack = false;
        }
        boolean all = true;
        try {
            for (Projection projection : Projections.ALL) {
                all &= writer.catchUpUnlessHeld(projection);
            }
        } catch (RuntimeException failed) {
            LOG.warn("read tables that were held could not be written yet: {}", failed.toString());
            all = false;
        }
        if (!all) {
            comeBack();
        }
    }

    private PooledStreamingEventProcessor processorOn(Threads executor) {
        return PooledStreamingEventProcessor.builder()
                .name(NAME)
                .messageSource(events)
                .eventHandlerInvoker(new BatchInvoker(writer, this::comeBack))
                .errorHandler(PropagatingErrorHandler.instance())
                .tokenStore(new InMemoryTokenStore())
                .initialToken(source -> token(writer))
                .transactionManager(transactions)
                .coordinatorExecutor(executor)
                .workerExecutor(executor)
                .initialSegmentCount(1)
                .batchSize(BATCH)
                .build();
    }

    public synchronized void start() {
        if (!closed) {
            processor.start();
        }
    }

    /** At once, also while the monitor is held by a start that waits for the database. */
    @Override
    public boolean isRunning() {
        return processor.isRunning();
    }

    @Override
    public void close() {
        PooledStreamingEventProcessor running;
        Threads its;
        synchronized (this) {
            closed = true;
            running = processor;
            its = threads;
        }
        running.shutDown();
        its.shutdown();
    }

    private static @Nullable TrackingToken token(ProjectionWriter writer) {
        long reached =
                Projections.ALL.stream().mapToLong(writer::progress).min().orElse(0);
        return reached == 0 ? null : new GlobalSequenceTrackingToken(reached);
    }
}
