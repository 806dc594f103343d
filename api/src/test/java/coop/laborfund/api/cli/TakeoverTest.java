package coop.laborfund.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.api.testing.TestServers;
import coop.laborfund.api.web.server.WebServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fund that has run for years is taken over from its older books. */
class TakeoverTest {

    private static final String OLD_BOOKS = """
            ref,date,fund,type,party,amount,size,name
            1,2021-03-01,F1,OPEN_FUND,532599100100,,,示例基金
            2,2021-03-02,F1,ADMIT_HOUSEHOLD,H1,,3,
            3,2021-03-05,F1,INVEST_SHARES,H1,5000,,
            """;

    private static final String NEW_ROWS = """
            ref,date,fund,type,party,amount
            4,2026-03-02,F1,OTHER_INCOME,,12.50
            """;

    private static final String FORGOTTEN = """
            ref,date,fund,type,party,amount
            5,2021-06-02,F1,OTHER_INCOME,,8.00
            """;

    private static final String RESOLUTION = "示例社员大会〔2026〕1号";

    @TempDir
    private Path folder = Path.of("");

    private PostgresAccess held;

    record Ran(int status, String out, String err) {}

    @BeforeEach
    void hold() {
        held = PostgresAccess.embedded(folder.resolve("data"));
    }

    @AfterEach
    void letGo() {
        held.close();
    }

    @Test
    void whatOlderBooksSayIsMarkedAndWhatFollowsIsNot() throws Exception {
        assertThat(imported(OLD_BOOKS, "--takeover", RESOLUTION).status()).isEqualTo(ExitStatus.DONE);
        assertThat(imported(NEW_ROWS).status()).isEqualTo(ExitStatus.DONE);

        assertThat(run("funds", "--json").out())
                .contains("\"resolution\" : \"" + RESOLUTION + "\"")
                .contains("\"lastPosition\" : 3");
        assertThat(run("funds").out()).contains("到第 3 号位置为止由旧账接管").contains(RESOLUTION);
    }

    @Test
    void aFundThatRecordsWhatHappensIsNotTakenOver() throws Exception {
        imported(OLD_BOOKS, "--takeover", RESOLUTION);
        imported(NEW_ROWS);

        Ran late = imported(FORGOTTEN, "--takeover", RESOLUTION);

        assertThat(late.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(late.err()).contains("基金 F1 已经开始逐笔登记").contains("Fund F1 records what happens already");
        assertThat(run("funds", "--json").out()).contains("\"lastPosition\" : 3");
        assertThat(imported(OLD_BOOKS, "--takeover", RESOLUTION).err()).contains("早已记录 3 行");
        assertThat(imported(FORGOTTEN).status()).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void aDecisionIsAskedFor() throws Exception {
        for (String none : List.of("", " ", "一\n号", "号".repeat(201))) {
            Ran ran = imported(OLD_BOOKS, "--takeover", none);

            assertThat(ran.status()).isEqualTo(ExitStatus.UNUSABLE);
            assertThat(ran.err()).contains("--takeover");
        }
    }

    @Test
    void pagesSayFromWhereOnTheLedgerWasKeptAsThingsHappened() throws Exception {
        Path file = Files.writeString(folder.resolve("旧账.csv"), OLD_BOOKS);
        LedgerNode node = LedgerNode.open(PostgresAccess.embedded(folder.resolve("data")), TestNodes.CLOCK);
        run("import", file.toString(), "--takeover", RESOLUTION);
        try (WebServer server = TestServers.start(node)) {
            for (String page : List.of("/", "/funds/F1", "/funds/F1/history")) {
                assertThat(get(server, page)).contains("到第 3 号位置为止").contains(RESOLUTION);
            }
            assertThat(get(server, "/funds/F1/history")).contains("由旧账接管,依据 " + RESOLUTION);
        }
    }

    private static String get(WebServer server, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }

    private Ran imported(String csv, String... options) throws Exception {
        Path file = Files.writeString(Files.createTempFile(folder, "流水", ".csv"), csv);
        List<String> line = new ArrayList<>(List.of("import", file.toString()));
        line.addAll(Arrays.asList(options));
        return run(line.toArray(String[]::new));
    }

    private Ran run(String... line) {
        List<String> arguments = new ArrayList<>(List.of(line));
        arguments.addAll(1, List.of("--data", folder.resolve("data").toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = RootCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
        return new Ran(status, out.toString(), err.toString());
    }
}
