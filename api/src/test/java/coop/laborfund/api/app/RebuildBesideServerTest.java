package coop.laborfund.api.app;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.importing.Importer;
import coop.laborfund.api.importing.MovementsFile;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.testing.LargeFile;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.OwnJvm;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.projections.door.Following;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program rebuilds, and is killed at it, beside a server that goes on recording and answering. */
class RebuildBesideServerTest {

    private static final int KILLS = Integer.getInteger("laborfund.kills", 2);
    private static final int ROWS = Integer.getInteger("laborfund.kills.rows", 20_000);
    private static final int FUNDS = 20;
    private static final long SEED = Long.getLong("laborfund.seed", 20_261_125L);
    private static final int MOMENT_MILLIS = 1_500;

    @TempDir
    private Path folder;

    private long before;
    private int recorded;

    @Test
    void killsAreMadeGoodAndNobodyNotices() throws Exception {
        Path file = folder.resolve("large.csv");
        LargeFile.write(file, FUNDS, ROWS);
        Path data = folder.resolve("data");
        Random random = new Random(SEED);
        try (PostgresAccess handle = PostgresAccess.embedded(data);
                LedgerNode node = LedgerNode.open(PostgresAccess.embedded(data), TestNodes.CLOCK);
                Following server = node.serve();
                Connection connection = handle.target().connect();
                MovementsFile movements = MovementsFile.read(file)) {
            new Importer(node.ledger(), new Requesters("test").next()).run(List.of(movements), ImportMode.ALL_OR_NONE);
            before = income(node);
            for (int kill = 1; kill <= KILLS; kill++) {
                Process program = rebuild(data);
                while (program.isAlive() && count(connection, "rebuild.run") == 0) {
                    recordAndRead(node);
                }
                Thread.sleep(random.nextInt(MOMENT_MILLIS));
                // On Unix this is kill -9.
                program.destroyForcibly().waitFor();
                System.out.printf("kill %d with %d slices done%n", kill, count(connection, "rebuild.slice"));
                recordAndRead(node);
            }
            Process last = rebuild(data);
            while (last.isAlive()) {
                recordAndRead(node);
            }
            assertThat(last.waitFor()).isZero();
            recordAndRead(node);
            assertThat(server.isRunning()).isTrue();
            assertThat(count(connection, "rebuild.run")).isZero();
            node.readTables().awaitAll();
            assertThat(count(connection, "movement"))
                    .isEqualTo(node.history().lastPosition())
                    .isEqualTo((long) ROWS + recorded);
        }
    }

    private static Process rebuild(Path data) throws Exception {
        return OwnJvm.start(List.of(), "rebuild", "--data", data.toString());
    }

    /** One movement more, seen at once by whoever asks. */
    private void recordAndRead(LedgerNode node) throws InterruptedException {
        recorded++;
        TestNodes.importText(
                node,
                ImportMode.ALL_OR_NONE,
                "ref,date,fund,type,amount,memo\nM%d,2025-01-01,F00000,OTHER_INCOME,1.00,利息\n".formatted(recorded));
        assertThat(income(node)).isEqualTo(before + 100L * recorded);
        Thread.sleep(20);
    }

    private static long income(LedgerNode node) {
        return node.readModels().balances("F00000", null, null).orElseThrow().accounts().stream()
                .filter(balance -> balance.account().equals("502"))
                .mapToLong(balance -> -balance.amount().value())
                .sum();
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from " + table)) {
            count.next();
            return count.getLong(1);
        }
    }
}
