package coop.laborfund.projections.rebuild;

import coop.laborfund.projections.rebuild.RebuildProgress.Stage;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;
import org.springframework.dao.DataAccessException;

/**
 * The patience of an exchange. Whoever reads the old tables for long makes it wait, and while it waits for their lock,
 * everybody else waits behind it: so it asks for a short time, lets go, and asks again.
 */
final class Exchange {

    /** Longer than the second after which PostgreSQL stops an autovacuum that is in somebody's way. */
    static final Duration LOCK_WAIT = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Three minutes or so. */
    private static final int ATTEMPTS = 80;

    /** A lock not got in time, and a deadlock. */
    private static final Set<String> HELD = Set.of("55P03", "40P01");

    private Exchange() {}

    /** @throws RebuildRefusedException where the tables were held all the time */
    static long retrying(Runnable before, LongSupplier exchange, RebuildProgress progress) {
        for (int attempt = 1; ; attempt++) {
            before.run();
            progress.at(Stage.SWAPPING, attempt - 1, ATTEMPTS);
            try {
                return exchange.getAsLong();
            } catch (DataAccessException failed) {
                if (!isHeld(failed)) {
                    throw failed;
                }
                if (attempt == ATTEMPTS) {
                    throw RebuildRefusedException.tablesHeld(failed);
                }
                pause();
            }
        }
    }

    private static boolean isHeld(DataAccessException failed) {
        return failed.getRootCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && HELD.contains(cause.getSQLState());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the tables", stop);
        }
    }
}
