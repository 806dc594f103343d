package coop.laborfund.api.bench;

import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.json.EventJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** What replays are measured beside: one cursor over the whole history that decodes each event with Jackson, on one thread. */
final class PlainCursor {

    private static final int FETCH = 1_000;

    private PlainCursor() {}

    /** Decodes all; returns how many there were. */
    static long decode(JdbcTarget target) throws SQLException {
        EventJson json = new EventJson();
        long count = 0;
        try (Connection connection = target.connect()) {
            connection.setAutoCommit(false);
            try (PreparedStatement select = connection.prepareStatement(
                    "select position, sequence, recorded_at, type, revision, payload from event order by position")) {
                select.setFetchSize(FETCH);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        count += decode(rows, json).event().ref().isEmpty() ? 0 : 1;
                    }
                }
            }
        }
        return count;
    }

    private static RecordedEvent decode(ResultSet row, EventJson json) throws SQLException {
        long position = row.getLong(1);
        return new RecordedEvent(
                position,
                row.getLong(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                json.read(position, row.getString(4), row.getInt(5), row.getString(6)));
    }
}
