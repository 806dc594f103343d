package coop.laborfund.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes many events by {@code COPY}, PostgreSQL's fastest road into a table, in the surrounding transaction. What of a row does
 * not depend on its place in the history can be made ready before anybody waits for it.
 */
final class EventCopy implements EventRows {

    private static final String COPY =
            "copy event (kind, fund, sequence, event_id, type, revision, recorded_by, ref, reverses, payload, metadata, position,"
                    + " recorded_at, previous_hash, hash) from stdin (format binary)";

    private static final int COLUMNS = 15;

    /** Bytes sent at once. */
    private static final int PIECE = 1 << 16;

    private final Connection connection;
    private final Instant now;
    private final CopyIn copy;
    private final BinaryRows rows = new BinaryRows(PIECE + PIECE / 4);

    EventCopy(Connection connection, OffsetDateTime now) throws SQLException {
        this.connection = connection;
        this.now = now.toInstant();
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        BinaryRows.begin(copy);
    }

    @Override
    public void add(ChainedEvent event) throws SQLException {
        rows.piece(event.row());
        rows.bigint(event.position());
        rows.timestamp(now);
        rows.bytea(event.previousHash());
        rows.bytea(event.hash());
        if (rows.size() >= PIECE) {
            rows.writeTo(copy);
        }
    }

    @Override
    public boolean commit() throws SQLException {
        rows.writeTo(copy);
        BinaryRows.end(copy);
        copy.endCopy();
        connection.commit();
        return true;
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    /** An event's row but for what {@link #add} appends. */
    static byte[] row(NewEvent event) {
        BinaryRows row =
                new BinaryRows(event.payload().length() + event.metadata().length() + 200);
        row.row(COLUMNS);
        row.text(event.stream().kind());
        row.text(event.stream().id());
        row.bigint(event.sequence());
        row.uuid(event.eventId());
        row.text(event.type());
        row.integer(event.revision());
        row.text(event.recordedBy());
        textOrNone(row, event.ref());
        textOrNone(row, event.reverses());
        row.text(event.payload());
        row.text(event.metadata());
        return row.toBytes();
    }

    private static void textOrNone(BinaryRows row, @Nullable String value) {
        if (value == null) {
            row.none();
        } else {
            row.text(value);
        }
    }
}
