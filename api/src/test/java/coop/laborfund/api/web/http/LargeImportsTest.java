package coop.laborfund.api.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.api.testing.TestServers;
import coop.laborfund.api.web.server.WebServer;
import coop.laborfund.ledger.door.LedgerObserver;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Large files that come over HTTP: somebody ends one on its way, or there are too many of them. */
@Timeout(120)
class LargeImportsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FUNDS = 20;
    private static final int ROWS_OF_A_FUND = 501;
    private static final int ROWS = FUNDS * ROWS_OF_A_FUND;
    private static final int FUNDS_UNTIL_CANCELLED = 5;

    /** What three other workers have begun comes to its end, and what they begin while funds before it in the file are not done. */
    private static final int OTHERS_IN_HAND = 6;

    private static final int MOST_UNFINISHED = 4;

    private final CompletableFuture<Void> goOn = new CompletableFuture<>();
    private LedgerNode node;
    private WebServer server;
    private Http http;

    @BeforeEach
    void start() {
        node = TestNodes.open();
        server = TestServers.start(node);
        http = new Http(server.port());
    }

    @AfterEach
    void stop() {
        goOn.complete(null);
        server.close();
        node.close();
    }

    @Test
    void aJobEndedOnItsWayLeavesWholeFundsAndTheSameFileCompletesIt() throws Exception {
        CompletableFuture<String> job = new CompletableFuture<>();
        node.ledger().observe(afterFunds(FUNDS_UNTIL_CANCELLED, () -> cancel(job.join())));

        job.complete(accepted(file("F")));
        JsonNode ended = ended(job.join());

        assertThat(ended.get("state").asString()).isEqualTo("CANCELLED");
        int recorded = ended.get("result").get("fundsRecorded").size();
        assertThat(recorded).isBetween(FUNDS_UNTIL_CANCELLED, FUNDS_UNTIL_CANCELLED + OTHERS_IN_HAND);
        assertThat(ended.get("result").get("fundsNotRecorded").size()).isEqualTo(FUNDS - recorded);
        assertThat(ended.get("rowsRecorded").asInt()).isEqualTo(recorded * ROWS_OF_A_FUND);
        assertThat(node.history().lastPosition()).isEqualTo((long) recorded * ROWS_OF_A_FUND);
        assertThat(node.history().funds()).hasSize(recorded);

        JsonNode again = ended(accepted(file("F")));

        assertThat(again.get("state").asString()).isEqualTo("DONE");
        assertThat(again.get("result").get("alreadyRecorded").asInt()).isEqualTo(recorded * ROWS_OF_A_FUND);
        assertThat(node.history().lastPosition()).isEqualTo(ROWS);
        assertThat(node.history().funds()).hasSize(FUNDS);
    }

    @Test
    void beyondFourUnfinishedJobsAFileIsRefusedAndNothingOfTheOthersIsLost() throws Exception {
        node.ledger().observe((fund, decision, check, took) -> goOn.join());
        List<String> jobs = new ArrayList<>();
        for (int job = 0; job < MOST_UNFINISHED; job++) {
            jobs.add(accepted(file("J" + job)));
        }

        HttpResponse<String> refused = http.post("/api/v1/imports", "text/csv", file("TOO-MANY"));
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        JsonNode problem = JSON.readTree(refused.body());
        assertThat(problem.get("code").asString()).isEqualTo("TOO_MANY_JOBS");
        assertThat(problem.get("detail").asString()).contains("排队", "再发");
        assertThat(problem.get("messageEn").asString()).contains("waiting", "Send this one again");

        goOn.complete(null);
        for (String job : jobs) {
            JsonNode ended = ended(job);
            assertThat(ended.get("state").asString()).isEqualTo("DONE");
            assertThat(ended.get("result").get("recorded").asInt()).isEqualTo(ROWS);
        }
        assertThat(node.history().lastPosition()).isEqualTo(MOST_UNFINISHED * ROWS);
        assertThat(ended(accepted(file("TOO-MANY"))).get("state").asString()).isEqualTo("DONE");
    }

    /** Acts on the thread that records, so that no other fund can be begun meanwhile but by the other workers. */
    private static LedgerObserver afterFunds(int funds, Runnable action) {
        AtomicInteger recorded = new AtomicInteger();
        return (fund, decision, check, took) -> {
            if (!check && recorded.incrementAndGet() == funds) {
                action.run();
            }
        };
    }

    private void cancel(String job) {
        try {
            JsonNode answer =
                    JSON.readTree(http.send(http.request(job).DELETE()).body());
            assertThat(answer.get("state").asString()).isEqualTo("RUNNING");
            assertThat(answer.get("cancelling").asBoolean()).isTrue();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String accepted(String csv) throws Exception {
        HttpResponse<String> answer = http.post("/api/v1/imports", "text/csv", csv);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private JsonNode ended(String job) throws Exception {
        JsonNode answer = JSON.readTree(http.get(job).body());
        while (List.of("WAITING", "RUNNING").contains(answer.get("state").asString())) {
            Thread.sleep(20);
            answer = JSON.readTree(http.get(job).body());
        }
        return answer;
    }

    private static String file(String prefix) {
        StringBuilder csv = new StringBuilder("ref,date,fund,type,party,name,amount\n");
        for (int fund = 0; fund < FUNDS; fund++) {
            csv.append("R0,2024-01-02,%s-%d,OPEN_FUND,532599100200,示例基金,\n".formatted(prefix, fund));
            for (int row = 1; row < ROWS_OF_A_FUND; row++) {
                csv.append("R%d,2024-01-03,%s-%d,OTHER_INCOME,,,1.00\n".formatted(row, prefix, fund));
            }
        }
        return csv.toString();
    }
}
