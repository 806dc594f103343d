package coop.laborfund.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Writes a few events and commits, in one round trip. Each number of rows is a statement of its own, which the driver and the
 * server keep prepared: twelve arrays taken apart by one statement for all numbers cost more than the rows themselves.
 */
final class EventInsert {

    /** Beyond so many events {@code COPY} is as fast in spite of its additional round trip. */
    static final int MOST = 64;

    private static final String INTO =
            "insert into event (position, recorded_at, fund, sequence, event_id, type, revision, recorded_by, ref, reverses,"
                    + " payload, metadata, previous_hash, hash) values ";

    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final int COLUMNS = 14;

    private EventInsert() {}

    static void writeAndCommit(Connection connection, OffsetDateTime now, List<ChainedEvent> events)
            throws SQLException {
        String rows = ROW + ("," + ROW).repeat(events.size() - 1);
        try (PreparedStatement insert = connection.prepareStatement(INTO + rows + ";commit")) {
            for (int i = 0; i < events.size(); i++) {
                set(insert, i * COLUMNS, now, events.get(i));
            }
            insert.execute();
        }
    }

    private static void set(PreparedStatement insert, int before, OffsetDateTime now, ChainedEvent chained)
            throws SQLException {
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
}
