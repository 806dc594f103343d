package coop.laborfund.projections.store;

import coop.laborfund.ledger.door.HistoryCutException;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.projections.fact.History;
import coop.laborfund.projections.fact.Projection;
import coop.laborfund.projections.fact.Projections;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Who writes, reads what was written. What the read tables lack of it a reader folds itself, as long as that is little. Where it is
 * much it waits: for the server that writes them, or, where there is none, until it has written them itself.
 */
public final class ReadBarrier {

    /** Events that a reader folds itself: as many as are read at once. */
    static final int MOST_FOLDED = History.PAGE;

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final ProjectionWriter writer;
    private final History history;
    private final BooleanSupplier isServed;
    private final Duration patience;

    /**
     * @param isServed whether a server on the same database keeps the tables up
     * @param patience how long a read may wait for its projections
     */
    public ReadBarrier(ProjectionWriter writer, History history, BooleanSupplier isServed, Duration patience) {
        this.writer = writer;
        this.history = history;
        this.isServed = isServed;
        this.patience = patience;
    }

    /**
     * What a question is answered from.
     *
     * @param fund the one that it is about, null for all
     * @param knownAt the last position that it is to see, null for the last one recorded
     * @param needed the projections that it asks
     * @throws HistoryCutException where the tables show more than there is
     * @throws ReadModelsBehindException where they lack much, and do not get there in time
     */
    public Sight look(@Nullable String fund, @Nullable Long knownAt, Collection<Projection> needed) {
        Progress.Reach reach = writer.reach(needed);
        // Asked afterwards: the history is never behind what was made from it.
        long last = history.lastPosition();
        requireWhole(reach, last);
        long position = knownAt == null ? last : Math.min(knownAt, last);
        if (reach.shown() >= position) {
            return new Sight(position, position, List.of());
        }
        Optional<List<RecordedEvent>> lacking = lacking(fund, reach.shown(), position);
        if (lacking.isPresent()) {
            return new Sight(position, reach.shown(), lacking.get());
        }
        await(position, needed);
        return new Sight(position, position, List.of());
    }

    /** Has all tables show everything recorded, and returns its last position. Fails as {@link #look} does. */
    public long awaitAll() {
        long last = lastPosition();
        await(last, Projections.ALL);
        return last;
    }

    /**
     * The last position recorded.
     *
     * @throws HistoryCutException where the tables show more than there is
     */
    public long lastPosition() {
        Progress.Reach reach = writer.reach(Projections.ALL);
        long last = history.lastPosition();
        requireWhole(reach, last);
        return last;
    }

    private static void requireWhole(Progress.Reach reach, long last) {
        if (reach.furthest() > last) {
            throw new HistoryCutException(reach.furthest(), last);
        }
    }

    /** Empty where that is more than a reader folds. */
    private Optional<List<RecordedEvent>> lacking(@Nullable String fund, long after, long to) {
        if (fund != null) {
            List<RecordedEvent> events = history.ofFund(fund, after, to, MOST_FOLDED + 1);
            return Optional.of(events).filter(few -> few.size() <= MOST_FOLDED);
        }
        return to - after > MOST_FOLDED
                ? Optional.empty()
                : Optional.of(history.after(after, Math.toIntExact(to - after)).stream()
                        .filter(RecordedEvent.class::isInstance)
                        .map(RecordedEvent.class::cast)
                        .toList());
    }

    /**
     * Returns once the projections show everything up to a position.
     *
     * @throws ReadModelsBehindException where they do not in time
     */
    void await(long position, Collection<Projection> projections) {
        long deadline = System.nanoTime() + patience.toNanos();
        for (Projection projection : projections) {
            long reached = writer.progress(projection);
            while (reached < position) {
                Duration left = Duration.ofNanos(deadline - System.nanoTime());
                if (left.toMillis() <= 0) {
                    throw new ReadModelsBehindException(projection, reached, position, null);
                }
                reached = isServed.getAsBoolean()
                        ? afterAPause(projection)
                        : advance(projection, reached, position, left);
            }
        }
    }

    private long afterAPause(Projection projection) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while read tables were awaited", stop);
        }
        return writer.progress(projection);
    }

    private long advance(Projection projection, long reached, long position, Duration wait) {
        try {
            return writer.advance(projection, position, wait);
        } catch (DataAccessException failed) {
            if (failed.getRootCause() instanceof SQLException cause && LOCK_NOT_AVAILABLE.equals(cause.getSQLState())) {
                throw new ReadModelsBehindException(projection, reached, position, failed);
            }
            throw failed;
        }
    }
}
