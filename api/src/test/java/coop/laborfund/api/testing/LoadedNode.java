package coop.laborfund.api.testing;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.importing.ImportResult;
import coop.laborfund.api.importing.Importer;
import coop.laborfund.api.importing.MovementsFile;
import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.recording.Requesters;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;

/** A ledger with as many events as are asked for, evenly over some funds, {@code F00000} and so on. */
public record LoadedNode(LedgerNode node, JdbcTarget target) implements AutoCloseable {

    /** As many rows as one file may have of a fund. */
    private static final int MOST_OF_A_FUND = 200_000;

    private static final int MOST_OF_A_FILE = 2_000_000;

    private static final String COPY = """
            insert into event (position, kind, fund, sequence, event_id, type, revision, recorded_at, recorded_by, ref, reverses,
                               payload, metadata, previous_hash, hash)
            select position + copy.number * copy.events, kind, name, sequence, gen_random_uuid(), type, revision, recorded_at,
                   recorded_by, ref, reverses, replace(payload, '"fund":"' || fund || '"', '"fund":"' || name || '"'), metadata,
                   previous_hash, hash
              from (values (?, ?::bigint)) copy(number, events)
             cross join event cross join lateral (values (fund || '-' || copy.number)) named(name)
             where position <= copy.events""";

    public static LoadedNode with(int funds, int events) throws Exception {
        PostgresAccess database = Databases.create();
        LedgerNode node = LedgerNode.open(database, TestNodes.CLOCK);
        int most = (int) Math.min(MOST_OF_A_FILE, (long) funds * MOST_OF_A_FUND);
        for (int done = 0; done < events; done += most) {
            record(node, funds, done, Math.min(most, events - done));
        }
        return new LoadedNode(node, database.target());
    }

    /**
     * The same with every fund again under other names, which takes a tenth of the time of recording them; for what does not look at
     * hashes, which are those of the originals.
     *
     * @param times as many events and funds there are then
     */
    public static LoadedNode copied(int funds, int events, int times) throws Exception {
        LoadedNode loaded = with(funds, events);
        try (Connection connection = loaded.target.connect();
                PreparedStatement copy = connection.prepareStatement(COPY)) {
            for (int copies = 1; copies < times; copies++) {
                copy.setInt(1, copies);
                copy.setInt(2, events);
                copy.executeUpdate();
            }
            connection.createStatement().execute("vacuum analyze event");
        }
        return loaded;
    }

    private static void record(LedgerNode node, int funds, int first, int rows) throws Exception {
        Path path = Path.of("target", "bench-load.csv");
        LargeFile.write(path, funds, first, rows);
        try (MovementsFile file = MovementsFile.read(path)) {
            ImportResult result = new Importer(node.ledger(), new Requesters("bench").next())
                    .run(List.of(file), ImportMode.ALL_OR_NONE);
            if (!result.isComplete()) {
                throw new IllegalStateException("the file is refused: " + result.refused());
            }
        }
    }

    @Override
    public void close() {
        node.close();
    }
}
