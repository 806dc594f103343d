package coop.laborfund.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * Writes events at the end of the history, in one transaction of its own. Whoever appends holds one lock from numbering to
 * commit, on whatever node: so positions follow the order of commits without gaps, and no reader ever sees one appear late.
 */
final class EventAppender {

    /** The lock's name: "laborfun" in ASCII. */
    private static final String LOCK = "select pg_advisory_xact_lock(%d)".formatted(0x6c61626f7266756eL);

    private static final String END = """
            select coalesce(last.position, 0), greatest(last.recorded_at, clock_timestamp())
            from (select) one
            left join (select position, recorded_at from event order by position desc limit 1) last on true""";

    private static final String INSERT = """
            insert into event (position, recorded_at, fund, sequence, event_id, type, revision, ref, reverses, payload, metadata)
            select ? + number, ?, fund, sequence, event_id, type, revision, ref, reverses, payload, metadata
            from unnest(?::text[], ?::bigint[], ?::uuid[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[])
            with ordinality as rows (fund, sequence, event_id, type, revision, ref, reverses, payload, metadata, number)""";

    /** From so many events on, {@code COPY} is faster in spite of its additional round trip. */
    private static final int COPIED = 200;

    private final DataSource dataSource;

    EventAppender(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    private record End(long position, OffsetDateTime now) {}

    /**
     * Appends all of the events or none.
     *
     * @return the last one's position
     * @throws org.springframework.dao.DuplicateKeyException where a fund's sequence, ref or reversal is taken
     * @throws DataAccessException where the database fails
     */
    long append(List<NewEvent> events) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                End end = lockAndFindEnd(connection);
                if (events.size() < COPIED) {
                    insert(connection, end.position, end.now, events);
                } else {
                    EventCopy.write(connection, end.position, end.now, events);
                }
                connection.commit();
                return end.position + events.size();
            } catch (SQLException | RuntimeException failed) {
                rollback(connection, failed);
                throw failed;
            }
        } catch (SQLException failed) {
            throw translated(failed);
        }
    }

    /** In the words of all other access to the database; null from Spring means that it has no special word. */
    private static DataAccessException translated(SQLException failed) {
        DataAccessException known = new SQLStateSQLExceptionTranslator().translate("append events", null, failed);
        return known != null ? known : new UncategorizedSQLException("append events", null, failed);
    }

    private static End lockAndFindEnd(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // In a statement of its own: the next one's snapshot is then younger than the lock.
            statement.execute(LOCK);
            try (ResultSet end = statement.executeQuery(END)) {
                end.next();
                return new End(end.getLong(1), end.getObject(2, OffsetDateTime.class));
            }
        }
    }

    private static void insert(Connection connection, long after, OffsetDateTime now, List<NewEvent> events)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, after);
            insert.setObject(2, now);
            insert.setArray(3, connection.createArrayOf("text", column(events, NewEvent::fund)));
            insert.setArray(4, connection.createArrayOf("int8", column(events, NewEvent::sequence)));
            insert.setArray(5, connection.createArrayOf("uuid", column(events, NewEvent::eventId)));
            insert.setArray(6, connection.createArrayOf("text", column(events, NewEvent::type)));
            insert.setArray(7, connection.createArrayOf("int4", column(events, NewEvent::revision)));
            insert.setArray(8, connection.createArrayOf("text", column(events, NewEvent::ref)));
            insert.setArray(9, connection.createArrayOf("text", column(events, NewEvent::reverses)));
            insert.setArray(10, connection.createArrayOf("text", column(events, NewEvent::payload)));
            insert.setArray(11, connection.createArrayOf("text", column(events, NewEvent::metadata)));
            insert.executeUpdate();
        }
    }

    private static @Nullable Object[] column(List<NewEvent> events, Function<NewEvent, @Nullable Object> value) {
        return events.stream().map(value).toArray();
    }

    private static void rollback(Connection connection, Exception because) {
        try {
            connection.rollback();
        } catch (SQLException lost) {
            because.addSuppressed(lost);
        }
    }
}
