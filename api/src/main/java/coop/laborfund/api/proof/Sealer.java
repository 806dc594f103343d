package coop.laborfund.api.proof;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals the heads when a server starts, every so often while it runs, and once more when it ends. A failure is logged and tried again next time. */
public final class Sealer implements AutoCloseable {

    /** How often a running server seals. */
    public static final Duration EVERY = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

    private final Seals seals;
    private final ScheduledExecutorService executor;
    private final ScheduledFuture<?> turns;

    private Sealer(Seals seals, ScheduledExecutorService executor, Duration every) {
        this.seals = seals;
        this.executor = executor;
        this.turns = executor.scheduleWithFixedDelay(this::seal, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** @param executor with one thread; it belongs to the sealer from here on */
    public static Sealer start(Seals seals, ScheduledExecutorService executor, Duration every) {
        return new Sealer(seals, executor, every);
    }

    private synchronized void seal() {
        try {
            if (seals.seal()) {
                LOG.info("sealed the heads of all funds");
            }
        } catch (IOException | RuntimeException | Error failed) {
            // An error too: the executor would never ask again.
            LOG.warn("the heads could not be sealed; they will be next time", failed);
        }
    }

    /** Seals what has been recorded since the last time. */
    @Override
    public void close() {
        turns.cancel(false);
        executor.shutdown();
        seal();
    }
}
