package coop.laborfund.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/**
 * Writes a few events and commits, in one round trip. Each number of rows is a statement of its own, which the driver and the
 * server keep prepared: twelve arrays taken apart by one statement for all numbers cost more than the rows themselves.
 */
final class EventInsert implements EventRows {

    /** Beyond so many events {@code COPY} is as fast in spite of its additional round trip. */
    static final int MOST = 64;

    private static final String INTO =
            "insert into event (position, recorded_at, fund, sequence, event_id, type, revision, recorded_by, ref, reverses,"
                    + " payload, metadata, previous_hash, hash) values ";

    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final int COLUMNS = 14;

    private final OffsetDateTime now;
    private final PreparedStatement insert;
    private int added;

    /** @param events how many will be added, at most {@link #MOST} */
    EventInsert(Connection connection, OffsetDateTime now, int events) throws SQLException {
        this.now = now;
        this.insert = connection.prepareStatement(INTO + ROW + ("," + ROW).repeat(events - 1) + ";commit");
    }

    @Override
    public void add(ChainedEvent chained) throws SQLException {
        int before = COLUMNS * added++;
        NewEvent event = chained.event();
        insert.setLong(before + 1, chained.position());
        insert.setObject(before + 2, now);
        insert.setString(before + 3, event.fund());
        insert.setLong(before + 4, event.sequence());
        insert.setObject(before + 5, event.eventId());
        insert.setString(before + 6, event.type());
        insert.setInt(before + 7, event.revision());
        insert.setString(before + 8, event.recordedBy());
        insert.setString(before + 9, event.ref());
        insert.setString(before + 10, event.reverses());
        insert.setString(before + 11, event.payload());
        insert.setString(before + 12, event.metadata());
        insert.setBytes(before + 13, chained.previousHash());
        insert.setBytes(before + 14, chained.hash());
    }

    @Override
    public void commit() throws SQLException {
        insert.execute();
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
