package coop.laborfund.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.importing.Importer;
import coop.laborfund.api.importing.MovementsFile;
import coop.laborfund.api.node.Authors;
import coop.laborfund.api.node.LedgerNode;
import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.proof.KeptHeads;
import coop.laborfund.api.proof.PackVerifier;
import coop.laborfund.api.proof.Seals;
import coop.laborfund.api.proof.VerifyProgress;
import coop.laborfund.api.testing.Databases;
import coop.laborfund.api.testing.LargeFile;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.json.EventJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long the check of a pack takes, beside one cursor over the same events that decodes them with Jackson on one thread. */
class VerifyBench {

    private static final int ROWS = Integer.getInteger("laborfund.bench.rows", 200_000);
    private static final int ROUNDS = Integer.getInteger("laborfund.bench.rounds", 5);
    private static final int FETCH = 1_000;
    private static final String FUND = "F00000";

    @Test
    void verifiesAsFastAsACursorDecodes() throws Exception {
        PostgresAccess database = Databases.create();
        JdbcTarget target = database.target();
        try (LedgerNode node = LedgerNode.open(database, TestNodes.CLOCK)) {
            Path pack = pack(node);
            List<Long> verified = new ArrayList<>();
            List<Long> decoded = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                decoded.add(decode(target));
                verified.add(verify(pack));
                System.out.printf(
                        "round %d: cursor %d ms, verify %d ms%n", round, decoded.getLast(), verified.getLast());
            }
            long cursor = median(decoded);
            long verify = median(verified);
            System.out.printf(
                    "%d events, pack of %d bytes: median cursor + Jackson %d ms, median verify %d ms, verify at %d %% of it%n",
                    ROWS, Files.size(pack), cursor, verify, 100 * cursor / verify);
            assertThat(verify).isLessThanOrEqualTo(cursor);
        }
    }

    private static Path pack(LedgerNode node) throws Exception {
        Path csv = Path.of("target", "verify-bench.csv");
        LargeFile.write(csv, 1, ROWS);
        try (MovementsFile file = MovementsFile.read(csv)) {
            assertThat(new Importer(node.ledger(), Authors.of("bench"))
                            .run(List.of(file), ImportMode.ALL_OR_NONE)
                            .recorded())
                    .isEqualTo(ROWS);
        }
        Path pack = Path.of("target", "verify-bench.zip").toAbsolutePath();
        assertThat(Seals.open(node, Path.of("target", "verify-bench-key"))
                        .packs()
                        .write(FUND, pack))
                .isTrue();
        return pack;
    }

    private static long verify(Path pack) {
        long start = System.nanoTime();
        assertThat(PackVerifier.verify(pack, null, KeptHeads.read(List.of()), VerifyProgress.NONE)
                        .isClean())
                .isTrue();
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static long decode(JdbcTarget target) throws Exception {
        long start = System.nanoTime();
        EventJson json = new EventJson();
        long events = 0;
        try (Connection connection = target.connect()) {
            connection.setAutoCommit(false);
            try (PreparedStatement cursor = connection.prepareStatement(
                    "select position, type, revision, payload from event where fund = ? order by sequence")) {
                cursor.setString(1, FUND);
                cursor.setFetchSize(FETCH);
                try (ResultSet row = cursor.executeQuery()) {
                    while (row.next()) {
                        json.read(row.getLong(1), row.getString(2), row.getInt(3), row.getString(4));
                        events++;
                    }
                }
            }
        }
        assertThat(events).isEqualTo(ROWS);
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
