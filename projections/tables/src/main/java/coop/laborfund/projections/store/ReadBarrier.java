package coop.laborfund.projections.store;

import coop.laborfund.projections.fact.History;
import coop.laborfund.projections.fact.Projection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import org.springframework.dao.DataAccessException;

/**
 * Who writes, reads what was written: before a read, brings the projections that it needs to the position that it
 * must see. It waits for whoever is writing them and folds the rest itself, so that it needs no server's help and
 * does no harm beside one.
 */
public final class ReadBarrier {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final ProjectionWriter writer;
    private final History history;
    private final Duration patience;

    /**
     * @param patience how long a read may wait for its projections
     */
    public ReadBarrier(ProjectionWriter writer, History history, Duration patience) {
        this.writer = writer;
        this.history = history;
        this.patience = patience;
    }

    /** The last position recorded. */
    public long lastPosition() {
        return history.lastPosition();
    }

    /**
     * Returns once the projections show everything up to a position.
     *
     * @throws ReadModelsBehindException where they do not in time
     */
    public void await(long position, Collection<Projection> projections) {
        // Nearly always they do: one question instead of one for each.
        if (writer.progress(projections) >= position) {
            return;
        }
        long deadline = System.nanoTime() + patience.toNanos();
        for (Projection projection : projections) {
            long reached = writer.progress(projection);
            while (reached < position) {
                long millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
                if (millis <= 0) {
                    throw new ReadModelsBehindException(projection, reached, position, null);
                }
                reached = advance(projection, reached, position, Duration.ofMillis(millis));
            }
        }
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
