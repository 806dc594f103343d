package coop.laborfund.ledger.store;

import coop.laborfund.ledger.door.DatabaseFailedException;
import coop.laborfund.ledger.door.DatabaseFailedException.Reason;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.transaction.TransactionException;

/** The database as it is asked; the one place where a failure of Spring's or the driver's becomes the ledger's own. */
public final class Database {

    private static final String DISK_FULL = "53100";

    /** Causes looked at: beyond any chain that is no circle. */
    private static final int DEEPEST = 20;

    private final JdbcClient jdbc;

    Database(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    /** @throws DatabaseFailedException where the database fails */
    <T> T ask(Function<JdbcClient, T> question) {
        return own(() -> question.apply(jdbc));
    }

    /**
     * For who asks by other means of Spring's.
     *
     * @throws DatabaseFailedException where the database fails
     */
    public static <T> T own(Supplier<T> question) {
        try {
            return question.get();
        } catch (DataAccessException | TransactionException failed) {
            throw failure(failed);
        }
    }

    /**
     * A failure of the driver's, in the words of all other access.
     *
     * @param task what was being done
     */
    static DatabaseFailedException failure(String task, @Nullable String sql, SQLException failed) {
        // Null from Spring means that it has no special word.
        DataAccessException known = new SQLStateSQLExceptionTranslator().translate(task, sql, failed);
        return failure(known != null ? known : new UncategorizedSQLException(task, sql, failed));
    }

    private static DatabaseFailedException failure(RuntimeException failed) {
        return new DatabaseFailedException(
                isDiskFull(failed) ? Reason.DISK_FULL : Reason.OTHER, String.valueOf(failed.getMessage()), failed);
    }

    private static boolean isDiskFull(Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(cause -> cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState()));
    }
}
