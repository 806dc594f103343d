package coop.laborfund.ledger.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes many events by {@code COPY}, PostgreSQL's fastest road into a table, in the surrounding transaction. What of a row does
 * not depend on its place in the history can be made ready before anybody waits for it.
 */
final class EventCopy implements EventRows {

    private static final String COPY =
            "copy event (fund, sequence, event_id, type, revision, recorded_by, ref, reverses, payload, metadata, position,"
                    + " recorded_at, previous_hash, hash) from stdin";

    /** What {@code COPY} reads as its own, and what stands for it after a backslash. */
    private static final String SPECIAL = "\\\t\n\r";

    private static final String ESCAPED = "\\tnr";

    private static final HexFormat HEX = HexFormat.of();

    /** Bytes sent at once. */
    private static final int PIECE = 1 << 16;

    private final Connection connection;
    private final String now;
    private final CopyIn copy;
    private final ByteArrayOutputStream rows = new ByteArrayOutputStream(PIECE + PIECE / 4);

    EventCopy(Connection connection, OffsetDateTime now) throws SQLException {
        this.connection = connection;
        this.now = now.toString();
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    }

    @Override
    public void add(ChainedEvent event) throws SQLException {
        rows.writeBytes(event.row());
        rows.writeBytes(place(event).getBytes(StandardCharsets.ISO_8859_1));
        if (rows.size() >= PIECE) {
            send();
        }
    }

    @Override
    public void commit() throws SQLException {
        send();
        copy.endCopy();
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    /** An event's row but for what {@link #place} adds. */
    static byte[] row(NewEvent event) {
        StringBuilder row =
                new StringBuilder(event.payload().length() + event.metadata().length() + 200);
        text(row, event.fund());
        row.append(event.sequence()).append('\t').append(event.eventId()).append('\t');
        text(row, event.type());
        row.append(event.revision()).append('\t');
        text(row, event.recordedBy());
        text(row, event.ref());
        text(row, event.reverses());
        text(row, event.payload());
        text(row, event.metadata());
        return row.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String place(ChainedEvent event) {
        return event.position() + "\t" + now + "\t\\\\x" + HEX.formatHex(event.previousHash()) + "\t\\\\x"
                + HEX.formatHex(event.hash()) + "\n";
    }

    private static void text(StringBuilder row, @Nullable String value) {
        if (value == null) {
            row.append("\\N\t");
            return;
        }
        int written = 0;
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character == '\\' || character < ' ') {
                int special = SPECIAL.indexOf(character);
                if (special >= 0) {
                    row.append(value, written, i).append('\\').append(ESCAPED.charAt(special));
                    written = i + 1;
                }
            }
        }
        row.append(value, written, value.length()).append('\t');
    }

    private void send() throws SQLException {
        byte[] bytes = rows.toByteArray();
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.reset();
    }
}
