package coop.laborfund.api.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.testing.Databases;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.api.testing.TestServers;
import coop.laborfund.ledger.door.HistoryCutException;
import coop.laborfund.projections.fact.Projections;
import coop.laborfund.projections.rebuild.RebuildProgress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database's owner takes away the last events of the history, and nobody is shown what is left as if it were all. */
class CutTailTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String HEADER = "ref,date,fund,type,party,name,amount\n";
    private static final String ROWS = HEADER
            + "R1,2024-01-02,F1,OPEN_FUND,532599100200,示例基金,\nR2,2024-01-03,F1,OTHER_INCOME,,,5\nR3,2024-01-03,F1,OTHER_INCOME,,,7\n";

    private final PostgresAccess database = Databases.create();
    private final JdbcTemplate owner = owner(database.target());

    private static JdbcTemplate owner(JdbcTarget target) {
        return new JdbcTemplate(new DriverManagerDataSource(target.url(), target.user(), target.password()));
    }

    @Test
    void whatTheReadTablesShowedIsMissed() throws Exception {
        LedgerNode node = LedgerNode.open(database, TestNodes.CLOCK);
        TestNodes.importText(node, ImportMode.ALL_OR_NONE, ROWS);
        node.catchUpUnlessServed();
        try (WebServer server = TestServers.start(node)) {
            assertThat(get(server, "/api/v1/funds/F1/balances").statusCode()).isEqualTo(200);
            cut(3);
            for (String path : List.of(
                    "/api/v1/funds",
                    "/api/v1/funds/F1/balances",
                    "/api/v1/funds/F1/balances?knownAt=1",
                    "/api/v1/funds/F1/guarantees?year=2024",
                    "/api/v1/funds/F1/due",
                    "/api/v1/funds/F1/findings",
                    "/funds/F1")) {
                HttpResponse<String> refused = get(server, path);
                assertThat(refused.statusCode()).as(path).isEqualTo(503);
                assertThat(refused.body())
                        .as(path)
                        .contains("HISTORY_CUT")
                        .contains("位置 3")
                        .contains("位置 2");
            }
            assertThat(get(server, "/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(get(server, "/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(post(server).body()).contains("HISTORY_CUT");
            // What is left can be looked at, by whoever has to find out.
            assertThat(get(server, "/api/v1/funds/F1/events").statusCode()).isEqualTo(200);
            assertThatThrownBy(() -> node.rebuild(Projections.ALL, RebuildProgress.NONE))
                    .isInstanceOf(HistoryCutException.class);
            assertThat(owner.queryForObject("select max(position) from event", Long.class))
                    .isEqualTo(2);
        }
    }

    /** Somebody only asked what would become of a movement: that too has seen where the history ended. */
    @Test
    void whatWasThereWhenSomebodyAskedIsMissed() {
        try (LedgerNode node = LedgerNode.open(database, TestNodes.CLOCK)) {
            TestNodes.importText(node, ImportMode.ALL_OR_NONE, ROWS);
        }
        try (LedgerNode node = LedgerNode.open(database, TestNodes.CLOCK)) {
            String row = HEADER + "R4,2024-01-03,F1,OTHER_INCOME,,,8\n";
            TestNodes.importText(node, ImportMode.DRY_RUN, row);
            cut(3);
            assertThatThrownBy(() -> TestNodes.importText(node, ImportMode.ALL_OR_NONE, row))
                    .isInstanceOf(HistoryCutException.class);
        }
    }

    /** Before anything was read: only this program's own memory knows. */
    @Test
    void whatThisProgramRecordedItselfIsMissedBeforeTheNextRecording() {
        try (LedgerNode node = LedgerNode.open(database, TestNodes.CLOCK)) {
            TestNodes.importText(node, ImportMode.ALL_OR_NONE, ROWS);
            cut(3);
            assertThatThrownBy(() -> TestNodes.importText(
                            node, ImportMode.ALL_OR_NONE, HEADER + "R4,2024-01-03,F1,OTHER_INCOME,,,8\n"))
                    .isInstanceOf(HistoryCutException.class);
            assertThatThrownBy(() -> TestNodes.importText(
                            node, ImportMode.ALL_OR_NONE, HEADER + "R1,2024-01-02,F2,OPEN_FUND,532599100201,另一基金,\n"))
                    .isInstanceOf(HistoryCutException.class);
            assertThat(owner.queryForObject("select max(position) from event", Long.class))
                    .isEqualTo(2);
        }
    }

    @Test
    void aProgramThatStartsAfterwardsRecordsNothing() {
        try (LedgerNode node = LedgerNode.open(database, TestNodes.CLOCK)) {
            TestNodes.importText(node, ImportMode.ALL_OR_NONE, ROWS);
            node.catchUpUnlessServed();
        }
        cut(3);
        try (LedgerNode node = LedgerNode.open(database, TestNodes.CLOCK)) {
            assertThatThrownBy(() -> TestNodes.importText(
                            node, ImportMode.ALL_OR_NONE, HEADER + "R4,2024-01-03,F1,OTHER_INCOME,,,8\n"))
                    .isInstanceOf(HistoryCutException.class);
        }
    }

    private void cut(long position) {
        owner.execute("alter table event disable trigger event_is_kept");
        assertThat(owner.update("delete from event where position >= ?", position))
                .isEqualTo(1);
        owner.execute("alter table event enable trigger event_is_kept");
    }

    private static HttpResponse<String> get(WebServer server, String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(address(server, path)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(WebServer server) throws IOException, InterruptedException {
        String movement = "{\"ref\":\"R4\",\"date\":\"2024-01-03\",\"type\":\"OTHER_INCOME\",\"amount\":\"1\"}";
        return HTTP.send(
                HttpRequest.newBuilder(address(server, "/api/v1/funds/F1/movements"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(movement))
                        .build(),
                BodyHandlers.ofString());
    }

    private static URI address(WebServer server, String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
