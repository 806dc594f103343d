package coop.laborfund.api.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.api.testing.TestServers;
import coop.laborfund.projections.door.AskHistory;
import coop.laborfund.projections.door.Following;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** What those who run the server look at. */
class OperatorsTest {

    private static final String HEADER = "ref,date,fund,type,party,name,amount\n";
    private static final List<WebServer> SERVERS = new ArrayList<>();

    @BeforeAll
    static void start() {
        LedgerNode node = TestNodes.open();
        SERVERS.add(TestServers.start(node));
        String rows = HEADER + "R1,2024-01-02,F1,OPEN_FUND,532599100200,示例基金,\nR2,2024-01-03,F1,OTHER_INCOME,,,5\n";
        TestNodes.importText(node, ImportMode.ALL_OR_NONE, rows);
        TestNodes.importText(node, ImportMode.ALL_OR_NONE, HEADER + "R3,2024-01-03,F1,PAY_EXPENSE,,,6\n");
    }

    @AfterAll
    static void stop() {
        SERVERS.forEach(WebServer::close);
    }

    @Test
    void isLiveAndReady() throws Exception {
        assertThat(get("/actuator/health/liveness").body()).contains("\"status\":\"UP\"");
        HttpResponse<String> ready = get("/actuator/health/readiness");

        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).contains("\"database\"", "\"readModels\"", "\"following\":true");
    }

    @Test
    void countsWhatTheLedgerDoes() throws Exception {
        String figures = get("/actuator/prometheus").body();

        assertThat(figures)
                .contains("laborfund_movements_total{outcome=\"recorded\"} 2.0")
                .contains("laborfund_refusals_total{code=\"INSUFFICIENT_CASH\"} 1.0")
                .contains("laborfund_append_seconds_count 1")
                .contains("laborfund_events 2.0")
                .contains("laborfund_read_model_lag ");
    }

    @Test
    void showsNothingElseAndOnlyToThisMachine() throws Exception {
        for (String hidden : List.of("", "/env", "/beans", "/metrics", "/loggers", "/heapdump", "/shutdown")) {
            assertThat(get("/actuator" + hidden).statusCode()).as(hidden).isEqualTo(404);
        }
        for (String shown : List.of("/actuator/health", "/actuator/prometheus")) {
            assertThat(RawHttp.status(SERVERS.getFirst().port(), "evil.example", shown))
                    .isEqualTo(403);
        }
    }

    @Test
    void isNotReadyBehindTheHistoryOrWithoutItsDatabase() {
        LedgerNode node = TestNodes.open();
        AskHistory history = node.askHistory();
        LedgerHealth health = new LedgerHealth();
        Following processor = node.serve();

        assertThat(status(health.readModels(node.readTables(), processor, 0).health()))
                .isEqualTo(Status.UP);
        assertThat(status(health.readModels(node.readTables(), processor, -1).health()))
                .isEqualTo(Status.OUT_OF_SERVICE);
        processor.close();
        assertThat(status(health.readModels(node.readTables(), processor, 0).health()))
                .isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(status(health.database(history, new Requesters("test")).health()))
                .isEqualTo(Status.UP);
        node.close();
        assertThat(status(health.database(history, new Requesters("test")).health()))
                .isEqualTo(Status.DOWN);
    }

    private static Status status(@Nullable Health health) {
        return health == null ? Status.UNKNOWN : health.getStatus();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + SERVERS.getFirst().port() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
