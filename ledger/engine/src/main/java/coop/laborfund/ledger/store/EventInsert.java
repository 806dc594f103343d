package coop.laborfund.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/**
 * Writes a few events and commits, in one round trip. Each number of rows is a statement of its own, which the driver and the
 * server keep prepared: thirteen arrays taken apart by one statement for all numbers cost more than the rows themselves.
 */
final class EventInsert implements EventRows {

    private static final String NAMES =
            "(position, recorded_at, kind, fund, sequence, event_id, type, revision, recorded_by, ref,"
                    + " reverses, payload, metadata, previous_hash, hash) ";

    private static final String INTO = "insert into event " + NAMES;

    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final int COLUMNS = 15;

    private static final String UNASKED_BEGIN = EventAppender.LOCK + ";with fresh " + NAMES + "as (values ";

    /** The subqueries with a limit leave the planner no way but the indexes, whatever it thinks of the table's size. */
    private static final String UNASKED_END = ") " + INTO
            + "select * from fresh where (select position from event order by position desc limit 1) = ? and not exists ("
            + "select from fresh cross join lateral (select from event"
            + " where event.kind = fresh.kind and event.fund = fresh.fund and event.ref = fresh.ref limit 1) taken)";

    private static final String COMMIT = ";commit";

    private final OffsetDateTime now;
    private final PreparedStatement insert;

    /** Which of the statements in it is the insert. */
    private final int place;

    private int added;

    private EventInsert(PreparedStatement insert, int place, OffsetDateTime now) {
        this.insert = insert;
        this.place = place;
        this.now = now;
    }

    /**
     * Under the lock that the transaction holds.
     *
     * @param events how many will be added, at most {@link AppendSizes#MOST_INSERTED}
     */
    static EventInsert locked(Connection connection, OffsetDateTime now, int events) throws SQLException {
        return new EventInsert(connection.prepareStatement(INTO + "values " + rows(events) + COMMIT), 0, now);
    }

    /**
     * Takes the lock itself, and writes only where the history still ends at a position and none of the refs is in it.
     *
     * @param events how many will be added, at most {@link AppendSizes#MOST_INSERTED}
     */
    static EventInsert unasked(Connection connection, OffsetDateTime now, int events, long position)
            throws SQLException {
        PreparedStatement insert = connection.prepareStatement(UNASKED_BEGIN + rows(events) + UNASKED_END + COMMIT);
        insert.setLong(COLUMNS * events + 1, position);
        return new EventInsert(insert, 1, now);
    }

    private static String rows(int events) {
        return ROW + ("," + ROW).repeat(events - 1);
    }

    @Override
    public void add(ChainedEvent chained) throws SQLException {
        int before = COLUMNS * added++;
        NewEvent event = chained.event();
        insert.setLong(before + 1, chained.position());
        insert.setObject(before + 2, now);
        insert.setString(before + 3, event.stream().kind());
        insert.setString(before + 4, event.stream().id());
        insert.setLong(before + 5, event.sequence());
        insert.setObject(before + 6, event.eventId());
        insert.setString(before + 7, event.type());
        insert.setInt(before + 8, event.revision());
        insert.setString(before + 9, event.recordedBy());
        insert.setString(before + 10, event.ref());
        insert.setString(before + 11, event.reverses());
        insert.setString(before + 12, event.payload());
        insert.setString(before + 13, event.metadata());
        insert.setBytes(before + 14, chained.previousHash());
        insert.setBytes(before + 15, chained.hash());
    }

    @Override
    public boolean commit() throws SQLException {
        insert.execute();
        for (int i = 0; i < place; i++) {
            insert.getMoreResults();
        }
        return insert.getUpdateCount() == added;
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
