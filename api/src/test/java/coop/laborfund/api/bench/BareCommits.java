package coop.laborfund.api.bench;

import coop.laborfund.api.postgres.JdbcTarget;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;

/** What recording is measured beside: clients that each insert and commit one row at a time, over JDBC and with no rule asked. */
final class BareCommits {

    private BareCommits() {}

    /** The same bytes in one row of a table with the same columns, its number as its only key. */
    static double run(JdbcTarget target, int clients, double seconds) throws Exception {
        List<Connection> connections = new ArrayList<>();
        List<PreparedStatement> inserts = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            Connection connection = target.connect();
            connections.add(connection);
            if (client == 0) {
                connection.createStatement().execute("create table if not exists bare (like event including defaults)");
                connection.createStatement().execute("create sequence if not exists bare_position");
                connection.createStatement().execute("create unique index if not exists bare_key on bare (position)");
            }
            inserts.add(connection.prepareStatement("insert into bare select nextval('bare_position'), fund, sequence,"
                    + " event_id, type, revision, recorded_at, ref, reverses, payload, metadata, recorded_by, previous_hash,"
                    + " hash from (values (?, ?::bigint, gen_random_uuid(), 'OtherIncomeReceived', 1, now(), ?, null::text, ?,"
                    + " ?, 'bench', ?::bytea, ?::bytea)) v (fund, sequence, event_id, type, revision, recorded_at, ref,"
                    + " reverses, payload, metadata, recorded_by, previous_hash, hash)"));
        }
        try {
            return Clients.run(clients, seconds, (client, time) -> {
                PreparedStatement insert = inserts.get(client);
                insert.setString(1, "F" + client);
                insert.setLong(2, time);
                insert.setString(3, "V" + time);
                insert.setString(4, PAYLOAD);
                insert.setString(5, METADATA);
                insert.setBytes(6, new byte[32]);
                insert.setBytes(7, new byte[32]);
                insert.executeUpdate();
            });
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    static final String PAYLOAD =
            "{\"amount\":\"1.00\",\"voucher\":{\"date\":\"2024-01-02\",\"fund\":\"F999\",\"memo\":\"\",\"ref\":\"V1000000\"}}";

    static final String METADATA =
            "{\"channel\":\"bench\",\"digest\":\"" + "0".repeat(64) + "\",\"request\":\"" + "0".repeat(36) + "\"}";
}
