package coop.laborfund.api.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.importing.Importer;
import coop.laborfund.api.importing.MovementsFile;
import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.proof.KeptHeads;
import coop.laborfund.api.proof.Report;
import coop.laborfund.api.proof.Seals;
import coop.laborfund.api.proof.VerifyProgress;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.testing.Databases;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.door.ClockUntrustedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The clock was ahead when the last movement was recorded, and was set back since. */
class ClockTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String HEADER = "ref,date,fund,type,party,name,amount\n";

    private final PostgresAccess database = Databases.create();

    @Test
    void isSaidAndNothingIsRecordedUnlessSomebodyStandsInForIt() throws Exception {
        LedgerNode node = LedgerNode.open(database, TestNodes.CLOCK);
        TestNodes.importText(node, ImportMode.ALL_OR_NONE, HEADER + "R1,2024-01-02,F1,OPEN_FUND,532599100200,示例基金,\n");
        moveLastAhead(database.target());
        try (WebServer server = trusting(node, "")) {
            HttpResponse<String> refused = post(server, 2);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body())
                    .contains("CLOCK_UNTRUSTED")
                    .contains("时钟")
                    .contains("--trust-clock");
            HttpResponse<String> readiness = get(server, "/actuator/health/readiness");
            assertThat(readiness.statusCode()).isEqualTo(503);
            assertThat(readiness.body()).contains("BEHIND_HISTORY");
            assertThat(get(server, "/api/v1/funds/F1/balances").statusCode())
                    .as("who only reads is answered")
                    .isEqualTo(200);
            assertThatThrownBy(() -> TestNodes.importText(
                            node, ImportMode.ALL_OR_NONE, HEADER + "R2,2024-01-03,F1,OTHER_INCOME,,,8\n"))
                    .isInstanceOf(ClockUntrustedException.class);
            Seals seals = node.opened().part(Seals.class);
            Report report = node.proof(seals).verify(null, KeptHeads.read(List.of()), VerifyProgress.NONE);
            assertThat(report.findings().toString()).contains("时钟被拨回过");

            MovementsFile file = MovementsFile.parse(
                    "流水.csv", (HEADER + "R3,2024-01-03,F1,OTHER_INCOME,,,8\n").getBytes(StandardCharsets.UTF_8));
            new Importer(node.ledger(), new Requesters("test", "王会计").next())
                    .run(List.of(file), ImportMode.ALL_OR_NONE);
            assertThat(get(server, "/funds/F1/history").body()).contains("由 王会计 担保");
        }
    }

    @Test
    void aServerStartedUnderANameRecords() throws Exception {
        LedgerNode node = LedgerNode.open(database, TestNodes.CLOCK);
        TestNodes.importText(node, ImportMode.ALL_OR_NONE, HEADER + "R1,2024-01-02,F1,OPEN_FUND,532599100200,示例基金,\n");
        moveLastAhead(database.target());
        try (WebServer server = trusting(node, "李主任")) {
            assertThat(post(server, 2).statusCode()).isEqualTo(201);
            assertThat(get(server, "/funds/F1/history").body()).contains("由 李主任 担保");
        }
    }

    private static WebServer trusting(LedgerNode node, String operator) {
        return WebServer.start(node.opened(), new Requesters("http", operator), "127.0.0.1", 0);
    }

    private static void moveLastAhead(JdbcTarget target) {
        JdbcTemplate owner =
                new JdbcTemplate(new DriverManagerDataSource(target.url(), target.user(), target.password()));
        owner.execute("alter table event disable trigger event_is_kept");
        owner.update("update event set recorded_at = clock_timestamp() + interval '1 day' where position = 1");
        owner.execute("alter table event enable trigger event_is_kept");
    }

    private static HttpResponse<String> get(WebServer server, String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(address(server, path)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(WebServer server, int number) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(address(server, "/api/v1/funds/F1/movements"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"ref\":\"R" + number
                                + "\",\"date\":\"2024-01-03\",\"type\":\"OTHER_INCOME\",\"amount\":\"1\"}"))
                        .build(),
                BodyHandlers.ofString());
    }

    private static URI address(WebServer server, String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
