package coop.laborfund.api.importing;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.testing.LargeFile;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.OwnJvm;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.projections.query.Balance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import by the real program is killed again and again; between whiles funds are whole, and in the end all is there once. */
class KilledImportTest {

    private static final int KILLS = Integer.getInteger("laborfund.kills", 2);
    private static final int EARLY_KILLS = Math.max(1, KILLS * 2 / 5);
    private static final int ROWS = Integer.getInteger("laborfund.kills.rows", 20_000);
    private static final int FUNDS = 100;
    private static final int ROWS_OF_A_FUND = ROWS / FUNDS;

    /** Something must be left to kill when the last target is passed. */
    private static final long LATEST_TARGET = ROWS * 97L / 100;

    private static final int KILLED = 128 + 9;
    private static final long SEED = Long.getLong("laborfund.seed", 20_261_123L);

    @TempDir
    private Path folder;

    @Test
    void theSameImportCompletesWhatKillsInterrupted() throws Exception {
        Path file = folder.resolve("large.csv");
        LargeFile.write(file, FUNDS, ROWS);
        Path data = folder.resolve("data");
        Random random = new Random(SEED);
        System.out.println("seed " + SEED);

        // While this handle is open, so is the embedded server: a kill takes the program, as it would beside a server.
        try (LedgerNode node = LedgerNode.open(PostgresAccess.embedded(data), TestNodes.CLOCK)) {
            for (long moment : momentsBeforeRecording(file, data, random)) {
                killAfter(moment, node, file, data);
            }
            for (long target : spread(0, LATEST_TARGET, KILLS, random)) {
                killPast(target, node, file, data);
            }
            assertThat(node.history().lastPosition())
                    .as("the last kill left something to do")
                    .isLessThan(ROWS);

            Process last = start(file, data);
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

    /** One in each of as many equal parts of a range, so that they are everywhere and still nobody's choice. */
    private static List<Long> spread(long from, long to, int parts, Random random) {
        double width = (double) (to - from) / parts;
        return IntStream.range(0, parts)
                .mapToObj(part -> from + (long) (width * (part + random.nextDouble())))
                .toList();
    }

    /** In milliseconds from the start, while the program starts, reads and checks: what a trial takes altogether. */
    private static List<Long> momentsBeforeRecording(Path file, Path data, Random random) throws Exception {
        long start = System.nanoTime();
        Process trial = start(file, data, "--dry-run");
        trial.getInputStream().readAllBytes();
        assertThat(trial.waitFor()).isZero();
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.printf("starting, reading and checking take %d ms%n", millis);
        return spread(0, millis, EARLY_KILLS, random);
    }

    private static void killAfter(long millis, LedgerNode node, Path file, Path data) throws Exception {
        Process program = start(file, data);
        Thread.sleep(millis);
        kill(program, "after " + millis + " ms", node);
    }

    /** As soon as the history is longer than that. */
    private static void killPast(long target, LedgerNode node, Path file, Path data) throws Exception {
        Process program = start(file, data);
        while (program.isAlive() && node.history().lastPosition() <= target) {
            Thread.sleep(1);
        }
        kill(program, "past " + target, node);
    }

    private static Process start(Path file, Path data, String... options) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("import", file.toString(), "--data", data.toString(), "--json"));
        arguments.addAll(List.of(options));
        return OwnJvm.start(List.of(), arguments.toArray(String[]::new));
    }

    private static void kill(Process program, String when, LedgerNode node) throws InterruptedException {
        // On Unix this is kill -9.
        int status = program.destroyForcibly().waitFor();
        System.out.printf(
                "killed %s: exit status %d, position %d of %d%n",
                when, status, node.history().lastPosition(), ROWS);
        assertThat(status).as("killed before its end").isEqualTo(KILLED);
        requireWholeFunds(node);
    }

    private static void requireWholeFunds(LedgerNode node) {
        Map<String, Long> rows = node.history()
                .storedAll(1, Long.MAX_VALUE)
                .collect(Collectors.groupingBy(event -> event.fund(), Collectors.counting()));
        assertThat(rows.values()).allMatch(count -> count == ROWS_OF_A_FUND);
    }

    private static Map<String, List<Balance>> undisturbed(Path file) throws UnreadableFileException {
        try (LedgerNode node = TestNodes.open()) {
            try (MovementsFile read = MovementsFile.read(file)) {
                new Importer(node.ledger(), new Requesters("test").next()).run(List.of(read), ImportMode.ALL_OR_NONE);
            }
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
