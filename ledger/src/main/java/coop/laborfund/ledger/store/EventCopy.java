package coop.laborfund.ledger.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes many events by {@code COPY}, PostgreSQL's fastest road into a table, in the surrounding transaction. */
final class EventCopy {

    private static final String COPY =
            "copy event (position, recorded_at, fund, sequence, event_id, type, revision, recorded_by, ref, reverses, payload,"
                    + " metadata, previous_hash, hash) from stdin";

    /** What {@code COPY} reads as its own, and what stands for it after a backslash. */
    private static final String SPECIAL = "\\\t\n\r";

    private static final String ESCAPED = "\\tnr";

    private static final HexFormat HEX = HexFormat.of();

    /** Characters sent at once. */
    private static final int PIECE = 1 << 16;

    private EventCopy() {}

    static void write(Connection connection, OffsetDateTime now, List<ChainedEvent> events) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            String instant = now.toString();
            StringBuilder rows = new StringBuilder(PIECE + PIECE / 4);
            for (ChainedEvent event : events) {
                rows.append(event.position()).append('\t').append(instant);
                append(rows, event.event());
                hash(rows, event.previousHash());
                hash(rows, event.hash());
                rows.append('\n');
                if (rows.length() >= PIECE) {
                    send(copy, rows);
                }
            }
            send(copy, rows);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void append(StringBuilder rows, NewEvent event) {
        text(rows, event.fund());
        rows.append('\t').append(event.sequence()).append('\t').append(event.eventId());
        text(rows, event.type());
        rows.append('\t').append(event.revision());
        text(rows, event.recordedBy());
        text(rows, event.ref());
        text(rows, event.reverses());
        text(rows, event.payload());
        text(rows, event.metadata());
    }

    private static void hash(StringBuilder rows, byte[] hash) {
        rows.append("\t\\\\x").append(HEX.formatHex(hash));
    }

    private static void text(StringBuilder rows, @Nullable String value) {
        rows.append('\t');
        if (value == null) {
            rows.append("\\N");
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            int escape = SPECIAL.indexOf(character);
            if (escape < 0) {
                rows.append(character);
            } else {
                rows.append('\\').append(ESCAPED.charAt(escape));
            }
        }
    }

    private static void send(CopyIn copy, StringBuilder rows) throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }
}
