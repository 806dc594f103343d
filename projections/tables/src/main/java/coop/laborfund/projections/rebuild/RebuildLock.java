package coop.laborfund.projections.rebuild;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The right to rebuild, one a database: a lock of a session, so that whoever is killed does not keep it.
 *
 * <p>The server may still be at the last statement of one that was killed. So each transaction of a rebuild shares a
 * second lock, and the next rebuild waits until none holds it.
 */
final class RebuildLock implements AutoCloseable {

    /** Arbitrary numbers that all versions of this program share. */
    private static final long RUN = 7_301_104;

    private static final long TRANSACTIONS = 7_301_105;

    private final Connection connection;

    private RebuildLock(Connection connection) {
        this.connection = connection;
    }

    /** @throws RebuildRefusedException where another rebuild has it */
    static RebuildLock take(DataSource database) {
        try {
            Connection connection = database.getConnection();
            if (!ask(connection, "select pg_try_advisory_lock(" + RUN + ")")) {
                connection.close();
                throw RebuildRefusedException.underWay();
            }
            return new RebuildLock(connection);
        } catch (SQLException failed) {
            throw new DataAccessResourceFailureException("cannot tell whether a rebuild is under way", failed);
        }
    }

    /** Waits until the transactions of a rebuild that is no more have ended, and begins the first one of this. */
    static void awaitEarlier(JdbcTemplate transaction) {
        transaction.execute("select pg_advisory_xact_lock(" + TRANSACTIONS + ")");
    }

    /** Makes a transaction known as one of a rebuild. */
    static void join(JdbcTemplate transaction) {
        transaction.execute("select pg_advisory_xact_lock_shared(" + TRANSACTIONS + ")");
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    @Override
    public void close() {
        try (connection) {
            ask(connection, "select pg_advisory_unlock(" + RUN + ")");
        } catch (SQLException gone) {
            // The lock went with the connection.
        }
    }
}
