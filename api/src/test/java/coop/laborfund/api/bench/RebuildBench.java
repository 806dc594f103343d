package coop.laborfund.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.importing.Importer;
import coop.laborfund.api.importing.MovementsFile;
import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.testing.Databases;
import coop.laborfund.api.testing.LargeFile;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.projections.fact.Projections;
import coop.laborfund.projections.fact.Shape;
import coop.laborfund.projections.rebuild.RebuildProgress;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * How long a rebuild of all read tables takes beside its two halves measured in turn: a cursor over all events that decodes them on
 * one thread, and {@code COPY} of the rows into the same tables with their indexes. The history is the program's own file's, or that
 * of the file named by {@code laborfund.bench.file}.
 */
class RebuildBench {

    private static final int ROWS = Integer.getInteger("laborfund.bench.rows", 1_000_000);
    private static final double MOST = 1.5;
    private static final int FUNDS = 500;
    private static final int ROUNDS = Integer.getInteger("laborfund.bench.rounds", 3);

    private static final List<String> TABLES = Projections.ALL.stream()
            .flatMap(projection -> projection.facts().stream())
            .map(type -> Shape.of(type).table())
            .toList();

    @Test
    void rebuildsInOneAndAHalfTimesItsHalvesOrLess() throws Exception {
        PostgresAccess database = Databases.create();
        JdbcTarget target = database.target();
        Medians medians = new Medians();
        try (LedgerNode node = LedgerNode.open(database, TestNodes.CLOCK)) {
            record(node);
            for (int round = 0; round < ROUNDS; round++) {
                medians.add("cursor ms", Figures.millis(Figures.timed(() -> PlainCursor.decode(target))));
                medians.add("COPY ms", copyAll(target));
                medians.add("rebuild ms", millis(() -> node.rebuild(Projections.ALL, RebuildProgress.NONE)));
            }
            medians.print();
            BenchReport report = new BenchReport("rebuild");
            report.ratioAtMost(
                    "重建全部查询表 · rebuild of all read tables, %,d 条事件 events"
                            .formatted(node.history().lastPosition()),
                    "one cursor with Jackson, then COPY of the rows",
                    medians.of("rebuild ms") / (medians.of("cursor ms") + medians.of("COPY ms")),
                    MOST);
            report.close();
        }
    }

    private static void record(LedgerNode node) throws Exception {
        String given = System.getProperty("laborfund.bench.file", "");
        Path file = given.isEmpty() ? Path.of("target", "rebuild-bench.csv") : Path.of(given);
        if (given.isEmpty()) {
            LargeFile.write(file, FUNDS, ROWS);
        }
        try (MovementsFile movements = MovementsFile.read(file)) {
            assertThat(new Importer(node.ledger(), new Requesters("bench").next())
                            .run(List.of(movements), ImportMode.ALL_OR_NONE)
                            .refused())
                    .isEmpty();
        }
        node.rebuild(Projections.ALL, RebuildProgress.NONE);
    }

    /** The rows of all tables into those of a database that has none. */
    private static long copyAll(JdbcTarget full) throws Exception {
        PostgresAccess database = Databases.create();
        JdbcTarget empty = database.target();
        LedgerNode.open(database, TestNodes.CLOCK).close();
        long millis = 0;
        try (Connection from = full.connect();
                Connection to = empty.connect()) {
            for (String table : TABLES) {
                Path rows = Path.of("target", "rebuild-bench.copy");
                try (OutputStream out = Files.newOutputStream(rows)) {
                    from.unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut("copy (select * from " + table + " order by position) to stdout", out);
                }
                try (InputStream in = Files.newInputStream(rows)) {
                    long start = System.nanoTime();
                    to.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin", in, 1 << 16);
                    millis += (System.nanoTime() - start) / 1_000_000;
                }
            }
        }
        drop(full, empty);
        return millis;
    }

    private static void drop(JdbcTarget full, JdbcTarget empty) throws Exception {
        String name = empty.url().substring(empty.url().lastIndexOf('/') + 1);
        try (Connection connection = full.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database " + name + " with (force)");
        }
    }

    private static long millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1_000_000;
    }
}
