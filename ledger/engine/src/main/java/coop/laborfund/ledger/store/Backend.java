package coop.laborfund.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * The process of the database server that works for a connection. It may go on with what it was sent after the connection is lost.
 *
 * @param pid its number, which another one may bear after its end
 */
record Backend(int pid, OffsetDateTime start) {

    Backend {
        Objects.requireNonNull(start, "a server process that may not see itself");
    }

    /** How long one that was told to end is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * Processes belong to the role that logged in. The one that the program works in, which may not change the history, sees nothing
     * of them and may not end them.
     */
    private static final String AS_WHO_LOGGED_IN = "set local role none;";

    private static final String OWN =
            AS_WHO_LOGGED_IN + "select pid, backend_start from pg_stat_activity where pid = pg_backend_pid()";

    private static final String END = AS_WHO_LOGGED_IN
            + "select pg_terminate_backend(pid, ?) from pg_stat_activity where pid = ? and backend_start = ?";

    /** @param connection one that does not commit by itself */
    static Backend of(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OWN);
                ResultSet row = second(statement)) {
            row.next();
            Backend backend = new Backend(row.getInt(1), row.getObject(2, OffsetDateTime.class));
            connection.commit();
            return backend;
        }
    }

    /**
     * Ends it, if it has not ended: returns when it can do nothing any more.
     *
     * @param another connection to the same database, which does not commit by itself
     * @throws SQLException where that could not be done in time
     */
    void end(Connection another) throws SQLException {
        try (PreparedStatement statement = another.prepareStatement(END)) {
            statement.setLong(1, PATIENCE.toMillis());
            statement.setInt(2, pid);
            statement.setObject(3, start);
            try (ResultSet row = second(statement)) {
                if (row.next() && !row.getBoolean(1)) {
                    throw new SQLException("the server process " + pid + " of a lost connection does not end");
                }
            }
        }
        another.commit();
    }

    private static ResultSet second(PreparedStatement statements) throws SQLException {
        statements.execute();
        statements.getMoreResults();
        return statements.getResultSet();
    }
}
