package coop.laborfund.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.LaborFund;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.door.DatabaseFailedException;
import coop.laborfund.ledger.door.DatabaseFailedException.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How the program ends when it is told to, or cannot go on. */
@Timeout(300)
class EndingTest {

    private static final int TERMINATED = 128 + 15;
    private static final int FUNDS = 60;
    private static final int ROWS = 300;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void anImportToldToEndFinishesTheFundInHandAndCanBeCompleted() throws Exception {
        Path file = Files.writeString(folder.resolve("many.csv"), manyFunds());
        Process importing = start("import", "--data", data(), file.toString());
        String said = terminateAfter("recorded fund=", importing);

        assertThat(importing.waitFor()).isEqualTo(TERMINATED);
        assertThat(said).contains("已按要求停止", "Stopped as asked").doesNotContain("\tat ", "Exception");
        assertThatPostgresStopped();

        assertThatWholeFundsAreThereAndTheSameFileCompletesThem(said, file);
    }

    @Test
    void aServerToldToEndStopsItsPostgresAndHasSweptWhatAKilledImportLeft() throws Exception {
        Path left = Files.createDirectories(Path.of(data(), "tmp", "laborfund-import-1"));
        Files.writeString(left.resolve("in-use"), "");
        Files.writeString(left.resolve("rows1"), "rows");
        Process serving = start("serve", "--data", data(), "--port", "0", "--demo", "--log-format", "json");
        String said = terminateAfter("The ledger is running", serving);

        assertThat(serving.waitFor()).isEqualTo(TERMINATED);
        assertThat(said).contains("Stopped as asked").doesNotContain("\tat ");
        assertThat(said.lines().filter(line -> line.contains("\"recorded the sample\"")))
                .singleElement()
                .asString()
                .startsWith("{")
                .contains("count", "position");
        assertThatPostgresStopped();
        assertThat(left).doesNotExist();
    }

    @Test
    void aServerToldToEndInTheMiddleOfAJobFinishesTheFundInHand() throws Exception {
        Path file = Files.writeString(folder.resolve("many.csv"), manyFunds());
        Process serving = start("serve", "--data", data(), "--port", "0");
        List<String> lines = new ArrayList<>();
        try (BufferedReader said = serving.inputReader(StandardCharsets.UTF_8)) {
            String open = readUntil("Open http://", said, lines);
            send(file, open.replaceAll(".*(http://[0-9.:]+/).*", "$1") + "api/v1/imports");
            readUntil("recorded fund=", said, lines);
            serving.toHandle().destroy();
            lines.addAll(said.lines().toList());
        }
        String said = String.join("\n", lines);

        assertThat(serving.waitFor()).isEqualTo(TERMINATED);
        assertThat(said).contains("Stopped as asked").doesNotContain("\tat ", "Exception");
        assertThatPostgresStopped();
        assertThat(Files.readString(Path.of(data(), "postgres.log"))).contains("database system is shut down");
        assertThatWholeFundsAreThereAndTheSameFileCompletesThem(said, file);
    }

    @Test
    void aTakenPortIsSaidAndLeavesNothingRunning() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ran ran = run("serve", "--data", data(), "--port", String.valueOf(taken.getLocalPort()));

            assertThat(ran.status()).isEqualTo(ExitStatus.UNUSABLE);
            assertThat(ran.err()).contains("端口已被占用", "the port is taken").doesNotContain("\tat ");
        }
        assertThatPostgresStopped();
        assertThat(run("serve", "--data", data(), "--port", "70000").status()).isEqualTo(ExitStatus.UNUSABLE);
    }

    @Test
    void aDataDirectoryThatCannotBeOneIsSaid() throws Exception {
        Path file = Files.writeString(folder.resolve("no-folder"), "");
        Ran ran = run("funds", "--data", file.toString());

        assertThat(ran.status()).isEqualTo(ExitStatus.NO_DATABASE);
        assertThat(ran.err())
                .contains("无法建立或不可写", "cannot be created or written")
                .doesNotContain("\tat ");
    }

    @Test
    void aFullDiskIsSaid() {
        StringWriter err = new StringWriter();
        SQLException full = new SQLException("could not extend file", "53100");
        int status = RootCommand.explain(
                new DatabaseFailedException(Reason.DISK_FULL, "append", full), new PrintWriter(err));

        assertThat(status).isEqualTo(ExitStatus.NO_DATABASE);
        assertThat(err.toString()).contains("磁盘已满", "The disk is full");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void assertThatPostgresStopped() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(data()))) {
            assertThat(files.filter(file -> file.endsWith("postmaster.pid"))).isEmpty();
        }
    }

    private static Process start(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-Dlaborfund.postgres.program=" + System.getProperty("laborfund.postgres.program"),
                LaborFund.class.getName()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("LABORFUND_LOG_LEVEL", "INFO");
        return builder.start();
    }

    /** Waits for the words, tells the process to end, and returns all that it said. */
    private static String terminateAfter(String words, Process process) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            readUntil(words, said, lines);
            // SIGTERM; not through the handle, which would close the stream that we still read.
            process.toHandle().destroy();
            lines.addAll(said.lines().toList());
        }
        return String.join("\n", lines);
    }

    /** Adds what is said to the lines, up to the one with these words, and returns that. */
    private static String readUntil(String words, BufferedReader said, List<String> lines) throws IOException {
        do {
            lines.add(Objects.requireNonNull(said.readLine(), () -> "ended too early: " + lines));
        } while (!lines.getLast().contains(words));
        return lines.getLast();
    }

    private static void send(Path file, String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(202);
        }
    }

    private static String manyFunds() {
        return Stream.iterate(1, fund -> fund + 1)
                .limit(FUNDS)
                .map(EndingTest::fund)
                .collect(Collectors.joining("", "ref,date,fund,type,party,name,amount\n", ""));
    }

    private static String fund(int fund) {
        StringBuilder rows = new StringBuilder("R0,2024-01-02,F%d,OPEN_FUND,532599100200,示例基金,\n".formatted(fund));
        for (int row = 1; row < ROWS; row++) {
            rows.append("R%d,2024-01-03,F%d,OTHER_INCOME,,,1.00\n".formatted(row, fund));
        }
        return rows.toString();
    }

    private record Ran(int status, String err) {}

    private static Ran run(String... arguments) {
        StringWriter err = new StringWriter();
        int status = RootCommand.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Ran(status, err.toString());
    }

    private void assertThatWholeFundsAreThereAndTheSameFileCompletesThem(String said, Path file) throws Exception {
        try (LedgerNode node = LedgerNode.open(PostgresAccess.embedded(Path.of(data())), TestNodes.CLOCK)) {
            long before = node.history().lastPosition();
            assertThat(before % ROWS).as("whole funds only").isZero();
            assertThat(before).isBetween(1L, (long) FUNDS * ROWS - 1);
            assertThat(said).contains("本次已记录 " + before + " 行");
            assertThat(run("import", "--data", data(), file.toString()).status())
                    .isEqualTo(ExitStatus.DONE);
            assertThat(node.history().lastPosition()).isEqualTo((long) FUNDS * ROWS);
        }
    }
}
