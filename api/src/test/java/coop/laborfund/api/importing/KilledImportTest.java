package coop.laborfund.api.importing;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.node.LedgerNode;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.testing.LargeFile;
import coop.laborfund.api.testing.OwnJvm;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.projections.query.Balance;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import by the real program is killed again and again; between whiles funds are whole, and in the end all is there once. */
class KilledImportTest {

    private static final int KILLS = Integer.getInteger("laborfund.kills", 2);
    private static final int ROWS = Integer.getInteger("laborfund.kills.rows", 20_000);
    private static final int FUNDS = 100;
    private static final int ROWS_OF_A_FUND = ROWS / FUNDS;
    private static final long SEED = Long.getLong("laborfund.seed", 20_261_123L);
    private static final int STARTING_MILLIS = 4_000;

    @TempDir
    private Path folder;

    @Test
    void theSameImportCompletesWhatKillsInterrupted() throws Exception {
        Path file = folder.resolve("large.csv");
        LargeFile.write(file, FUNDS, ROWS);
        Path data = folder.resolve("data");
        Random random = new Random(SEED);

        // While this handle is open, so is the embedded server: a kill takes the program, as it would beside a server.
        try (LedgerNode node = LedgerNode.open(PostgresAccess.embedded(data), TestNodes.CLOCK)) {
            for (int kill = 1; kill <= KILLS; kill++) {
                kill(node, file, data, random, kill);
                requireWholeFunds(node);
            }
            Process last = OwnJvm.start(List.of(), "import", file.toString(), "--data", data.toString(), "--json");
            String result = new String(last.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(last.waitFor()).isZero();
            assertThat(result).contains("\"refused\" : [ ]");

            assertThat(node.history().lastPosition()).isEqualTo(ROWS);
            requireWholeFunds(node);
            assertThat(balances(node)).isEqualTo(undisturbed(file));
        }
        try (Stream<Path> left = Files.exists(data.resolve("tmp")) ? Files.list(data.resolve("tmp")) : Stream.empty()) {
            assertThat(left).isEmpty();
        }
    }

    /** At a random moment: of its recording mostly, every third time of whatever it is at by then. */
    private static void kill(LedgerNode node, Path file, Path data, Random random, int kill) throws Exception {
        long before = node.history().lastPosition();
        long until = before + random.nextInt(100) * (ROWS - before) / 100;
        Process program = OwnJvm.start(List.of(), "import", file.toString(), "--data", data.toString(), "--json");
        if (kill % 3 == 0) {
            Thread.sleep(random.nextInt(STARTING_MILLIS));
        } else {
            while (program.isAlive() && node.history().lastPosition() <= until) {
                Thread.sleep(1 + random.nextInt(5));
            }
        }
        // On Unix this is kill -9.
        program.destroyForcibly().waitFor();
        System.out.printf(
                "kill %d: from position %d, killed at %d of %d%n",
                kill, before, node.history().lastPosition(), ROWS);
    }

    private static void requireWholeFunds(LedgerNode node) {
        Map<String, Long> rows = node.history()
                .storedAll(1, Long.MAX_VALUE)
                .collect(Collectors.groupingBy(event -> event.fund(), Collectors.counting()));
        assertThat(rows.values()).allMatch(count -> count == ROWS_OF_A_FUND);
    }

    private static Map<String, List<Balance>> undisturbed(Path file) throws UnreadableFileException {
        try (LedgerNode node = TestNodes.open()) {
            new Importer(node.ledger()).run(List.of(MovementsFile.read(file)), ImportMode.ALL_OR_NONE);
            return balances(node);
        }
    }

    private static Map<String, List<Balance>> balances(LedgerNode node) {
        Map<String, List<Balance>> balances = new TreeMap<>();
        for (String fund : node.history().funds()) {
            balances.put(
                    fund,
                    node.readModels().balances(fund, null, null).orElseThrow().accounts());
        }
        return balances;
    }
}
