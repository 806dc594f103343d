package coop.laborfund.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.importing.ImportResult;
import coop.laborfund.api.importing.Importer;
import coop.laborfund.api.importing.MovementsFile;
import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.testing.Databases;
import coop.laborfund.api.testing.LargeFile;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * How long an import takes, from the file to its last commit, beside {@code COPY} of the same stored events into the same table of
 * another empty database, after a round of both that does not count. The file is the program's own, or the one named by {@code laborfund.bench.file}.
 */
class ImportBench {

    private static final int ROWS = Integer.getInteger("laborfund.bench.rows", 1_000_000);
    private static final int FUNDS = Integer.getInteger("laborfund.bench.funds", 1_500);
    private static final int ROUNDS = Integer.getInteger("laborfund.bench.rounds", 3);
    private static final double LEAST = 0.5;

    @Test
    void importsAtHalfOfCopyOrMore() throws Exception {
        Path file = file();
        Path stored = Path.of("target", "bench-events.copy");
        Medians medians = new Medians();
        measure(file, stored, new Medians());
        for (int round = 0; round < ROUNDS; round++) {
            measure(file, stored, medians);
        }
        medians.print();
        BenchReport report = new BenchReport("import");
        report.ratioAtLeast(
                "导入 · import, %,d 行 rows, %,d 个基金 funds".formatted(ROWS, FUNDS),
                "COPY of the same stored events",
                medians.ratio("COPY ms", "import ms"),
                LEAST);
        report.close();
    }

    private static void measure(Path file, Path stored, Medians medians) throws Exception {
        medians.add("import ms", importInto(file, stored));
        medians.add("COPY ms", copyFrom(stored));
    }

    private static Path file() throws Exception {
        String given = System.getProperty("laborfund.bench.file", "");
        if (!given.isEmpty()) {
            return Path.of(given);
        }
        Path file = Path.of("target", "bench.csv");
        LargeFile.write(file, FUNDS, ROWS);
        return file;
    }

    private static long importInto(Path path, Path stored) throws Exception {
        PostgresAccess database = Databases.create();
        JdbcTarget target = database.target();
        try (LedgerNode node = LedgerNode.open(database, TestNodes.CLOCK)) {
            long start = System.nanoTime();
            try (MovementsFile file = MovementsFile.read(path)) {
                ImportResult result = new Importer(node.ledger(), new Requesters("test").next())
                        .run(List.of(file), ImportMode.ALL_OR_NONE);
                assertThat(result.refused()).isEmpty();
                assertThat(result.recorded()).isEqualTo(file.rowCount());
            }
            long millis = (System.nanoTime() - start) / 1_000_000;
            try (Connection connection = target.connect();
                    OutputStream out = Files.newOutputStream(stored)) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (select * from event order by position) to stdout", out);
            }
            return millis;
        }
    }

    private static long copyFrom(Path stored) throws Exception {
        PostgresAccess database = Databases.create();
        JdbcTarget target = database.target();
        try (LedgerNode node = LedgerNode.open(database, TestNodes.CLOCK);
                Connection connection = target.connect();
                InputStream in = Files.newInputStream(stored)) {
            long start = System.nanoTime();
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy event from stdin", in, 1 << 16);
            long millis = (System.nanoTime() - start) / 1_000_000;
            assertThat(node.history().lastPosition()).isPositive();
            return millis;
        }
    }
}
