package coop.laborfund.api.app;

import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.ledger.door.LedgerObserver;
import coop.laborfund.ledger.door.Recorder;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * The ledger on one database, put together of {@link LedgerParts}: commands and tests take from it the part that they are about,
 * and the web application has its beans. A part is made when it is first asked for, so that a command that only reads starts
 * nothing that records. Close it to let go of all of it.
 */
public final class OpenLedger implements AutoCloseable {

    private final AnnotationConfigApplicationContext parts;

    private OpenLedger(AnnotationConfigApplicationContext parts) {
        this.parts = parts;
    }

    /**
     * Opens the ledger and brings its tables up to this program's. The database handle belongs to it from here on.
     *
     * @param data the data directory: where the signing key is, and sealed lists of heads
     * @param observers are told of whatever is recorded
     * @throws coop.laborfund.api.postgres.DatabaseUnavailableException where the tables are not this program's
     */
    public static OpenLedger open(PostgresAccess database, Path data, Clock clock, LedgerObserver... observers) {
        LedgerPool connections = null;
        try {
            Schema.upgrade(Connections.ofOwner(database.target()));
            connections = new LedgerPool(Connections.ofProgram(database.target()));
            AnnotationConfigApplicationContext parts = new AnnotationConfigApplicationContext();
            // In this order: beans are closed in the reverse of it.
            register(parts, PostgresAccess.class, database);
            register(parts, LedgerPool.class, connections);
            register(parts, Clock.class, clock);
            register(parts, DataFolder.class, new DataFolder(data));
            register(parts, Observers.class, new Observers(observers));
            parts.register(LedgerParts.class);
            parts.refresh();
            return new OpenLedger(parts);
        } catch (RuntimeException failed) {
            if (connections != null) {
                connections.close();
            }
            database.close();
            throw failed;
        }
    }

    private static <T> void register(AnnotationConfigApplicationContext parts, Class<T> type, T part) {
        parts.registerBean(type, () -> part);
    }

    /**
     * The part of this type.
     *
     * @throws RuntimeException what the part fails with where it cannot be made
     */
    public <T> T part(Class<T> type) {
        try {
            return parts.getBean(type);
        } catch (BeansException failed) {
            throw ownCause(failed);
        }
    }

    /** Spring's word for it says less than the part's own. */
    private static RuntimeException ownCause(BeansException failed) {
        for (@Nullable Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuntimeException own && !(own instanceof BeansException)) {
                return own;
            }
        }
        return failed;
    }

    /** All parts, for the web application to stand on. */
    public ConfigurableApplicationContext parts() {
        return parts;
    }

    /** Lets what is being recorded be finished; from then on nothing is recorded. Nothing where nobody records. */
    public void stopRecording() {
        if (parts.getBeanFactory().getSingleton(LedgerParts.RECORDER) instanceof Recorder recorder) {
            recorder.stop();
        }
    }

    public boolean isClosed() {
        return !parts.isActive();
    }

    /** Lets what is being recorded be finished, then lets go of everything. Safe to repeat. */
    @Override
    public void close() {
        parts.close();
    }
}
