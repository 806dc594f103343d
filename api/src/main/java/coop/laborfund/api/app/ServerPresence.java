package coop.laborfund.api.app;

import coop.laborfund.ledger.door.DatabaseFailedException;
import coop.laborfund.ledger.door.DatabaseFailedException.Reason;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Whether a server works on a database: each holds a lock of its session there for as long as it lives, so that one that was
 * killed is gone at once.
 */
final class ServerPresence implements AutoCloseable {

    /** An arbitrary number that all versions of this program share. */
    private static final long LOCK = 7_301_103;

    private final DataSource database;
    private @Nullable Connection held;

    ServerPresence(DataSource database) {
        this.database = database;
    }

    void announce() {
        try {
            Connection connection = database.getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_lock_shared(" + LOCK + ")");
            }
            held = connection;
        } catch (SQLException failed) {
            throw new DatabaseFailedException(Reason.OTHER, "cannot announce the server", failed);
        }
    }

    boolean isServed() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            boolean alone = answer.next() && answer.getBoolean(1);
            if (alone) {
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
            return !alone;
        } catch (SQLException failed) {
            throw new DatabaseFailedException(Reason.OTHER, "cannot tell whether a server is here", failed);
        }
    }

    @Override
    public void close() {
        Connection connection = held;
        held = null;
        if (connection == null) {
            return;
        }
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock_shared(" + LOCK + ")");
        } catch (SQLException gone) {
            // The lock went with the connection.
        }
    }
}
