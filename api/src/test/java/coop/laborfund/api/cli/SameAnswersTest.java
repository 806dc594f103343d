package coop.laborfund.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.testing.InventedHistory;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.api.testing.TestServers;
import coop.laborfund.api.web.server.WebServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What a command writes to a file and what HTTP answers are the same, byte for byte. */
class SameAnswersTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private static Path folder = Path.of("");

    private static List<WebServer> servers = List.of();

    @BeforeAll
    static void start() {
        LedgerNode node = LedgerNode.open(PostgresAccess.embedded(data()), TestNodes.CLOCK);
        TestNodes.importText(node, ImportMode.ACCEPT_VALID, InventedHistory.csv(5, 6, 2022, 2));
        servers = List.of(TestServers.start(node));
    }

    @AfterAll
    static void stop() {
        servers.forEach(WebServer::close);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    journal                                                       | journal?
                    journal --from 2022-03-01 --to 2023-02-28                     | journal?from=2022-03-01&to=2023-02-28&
                    """)
    void theJournal(String command, String path) throws Exception {
        for (String format : List.of("hledger", "beancount", "csv", "xlsx")) {
            same(command, path, format);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    balances                                                      | balances?
                    balances --as-of 2022-12-31 --known-at 150                    | balances?asOf=2022-12-31&knownAt=150&
                    balances --diff 2022-06-30                                    | balances?diff=2022-06-30&
                    balances --as-of 2022-12-31 --diff 2022-12-31@90              | balances?asOf=2022-12-31&diff=2022-12-31@90&
                    balances --known-at 200 --diff @120                           | balances?knownAt=200&diff=@120&
                    guarantees --year 2022 --as-of 2022-12-31                     | guarantees?year=2022&asOf=2022-12-31&
                    guarantees --year 2022 --as-of 2022-12-31 --evidence          | guarantees?year=2022&asOf=2022-12-31&evidence=true&
                    findings --as-of 2022-12-31                                   | findings?asOf=2022-12-31&
                    findings --as-of 2022-12-31 --known-at 200                    | findings?asOf=2022-12-31&knownAt=200&
                    trace --from H3 --as-of 2023-12-31                            | trace?from=H3&asOf=2023-12-31&
                    trace --from C1 --direction backward --rule proportional --as-of 2022-12-31 | trace?from=C1&direction=backward&rule=PROPORTIONAL&asOf=2022-12-31&
                    rollup --year 2022 --as-of 2022-12-31                         | rollup?year=2022&asOf=2022-12-31&
                    rollup --as-of 2022-12-31 --known-at 200                      | rollup?asOf=2022-12-31&knownAt=200&
                    members                                                       | members?
                    members --household H3 --as-of 2022-12-31 --known-at 200      | members?household=H3&asOf=2022-12-31&knownAt=200&
                    statement balance-sheet --as-of 2022-12-31                    | statements/balance-sheet?asOf=2022-12-31&
                    statement income --as-of 2022-12-31 --known-at 200            | statements/income?asOf=2022-12-31&knownAt=200&
                    statement equity --as-of 2022-12-31                           | statements/equity?asOf=2022-12-31&
                    statement trial --as-of 2022-12-31 --from 2022-12-01          | statements/trial?asOf=2022-12-31&from=2022-12-01&
                    statement reconciliation --as-of 2022-12-31                   | reconciliation?asOf=2022-12-31&
                    statement daybook --as-of 2022-12-31                          | statements/daybook?asOf=2022-12-31&
                    statement ledger --account 301 --sub H3 --as-of 2022-12-31    | statements/ledger?account=301&sub=H3&asOf=2022-12-31&
                    statement general --account 102 --as-of 2022-12-31            | statements/general?account=102&asOf=2022-12-31&
                    statement members --as-of 2023-06-30                          | statements/members?asOf=2023-06-30&
                    due --as-of 2023-01-31                                        | due?asOf=2023-01-31&
                    forecast --year 2022 --as-of 2022-03-01                       | forecast?year=2022&asOf=2022-03-01&
                    what-if --policy companyCap=5;floorRate=9 --as-of 2022-12-31  | what-if?policy=companyCap%3D5%3BfloorRate%3D9&asOf=2022-12-31&
                    due --known-at 150 --as-of 2022-12-31                         | due?knownAt=150&asOf=2022-12-31&
                    """)
    void tables(String command, String path) throws Exception {
        same(command, path, "csv");
        same(command, path, "xlsx");
        assertThat(JSON.readTree(http("funds/F1/" + path + "format=json").body()))
                .isEqualTo(JSON.readTree(written(command, "json")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    rollup --as-of 2022-12-31                                     | rollup?asOf=2022-12-31&
                    rollup --division 532599 --year 2022 --as-of 2023-12-31       | rollup?division=532599&year=2022&asOf=2023-12-31&
                    """)
    void ofDivisions(String command, String path) throws Exception {
        for (String format : List.of("csv", "xlsx", "json")) {
            byte[] answer = http(path + "format=" + format).body();
            byte[] file = written(List.of(command.split(" ")), format);
            switch (format) {
                case "json" -> assertThat(JSON.readTree(answer)).isEqualTo(JSON.readTree(file));
                case "xlsx" -> assertThat(parts(answer)).isEqualTo(parts(file));
                default -> assertThat(answer).isEqualTo(file);
            }
        }
    }

    @Test
    void theTemplate() throws Exception {
        Path file = folder.resolve("模板.xlsx");
        run("template", "--out", file.toString());

        assertThat(parts(http("template").body())).isEqualTo(parts(Files.readAllBytes(file)));
    }

    private static void same(String command, String path, String format) throws Exception {
        HttpResponse<byte[]> answer = http("funds/F1/" + path + "format=" + format);
        byte[] file = written(command, format);

        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .contains("-F1");
        assertThat(file).isNotEmpty();
        if (format.equals("xlsx")) {
            assertThat(parts(answer.body())).isEqualTo(parts(file));
        } else {
            assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                    .isEqualTo(new String(file, StandardCharsets.UTF_8));
        }
    }

    private static HttpResponse<byte[]> http(String path) throws Exception {
        HttpResponse<byte[]> answer = CLIENT.send(
                HttpRequest.newBuilder(URI.create(
                                "http://127.0.0.1:" + servers.getFirst().port() + "/api/v1/" + path))
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer;
    }

    private static byte[] written(String command, String format) throws IOException {
        List<String> ofFund = new ArrayList<>(List.of(command.split(" ")));
        ofFund.addAll(List.of("--fund", "F1"));
        return written(ofFund, format);
    }

    private static byte[] written(List<String> command, String format) throws IOException {
        Path file = folder.resolve("answer");
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of("--data", data().toString(), "--format", format, "--out", file.toString()));
        run(line.toArray(String[]::new));
        return Files.readAllBytes(file);
    }

    private static void run(String... line) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        assertThat(RootCommand.commandLine().setOut(nowhere).setErr(nowhere).execute(line))
                .as("%s", List.of(line))
                .isEqualTo(ExitStatus.DONE);
    }

    /** A workbook's parts by name, but for the one that says when it was made. */
    private static Map<String, String> parts(byte[] workbook) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        // Read by its directory, as programs do: its sizes stand behind what they are the sizes of.
        try (ZipFile zip =
                new ZipFile(Files.write(folder.resolve("parts.xlsx"), workbook).toFile())) {
            for (ZipEntry part : Collections.list(zip.entries())) {
                parts.put(part.getName(), new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(parts.remove("docProps/core.xml")).isNotNull();
        return parts;
    }

    private static Path data() {
        return folder.resolve("data");
    }
}
