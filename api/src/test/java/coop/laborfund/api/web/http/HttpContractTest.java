package coop.laborfund.api.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.api.testing.TestServers;
import coop.laborfund.api.web.server.WebServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every answer that the document describes occurs, and every answer that occurs is as the document describes it. */
class HttpContractTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String JSON_TYPE = "application/json";
    private static final String MOVEMENTS = "/api/v1/funds/F1/movements";
    private static final String HEADER = "ref,date,fund,type,party,amount,size,name\n";

    private static LedgerNode node;
    private static WebServer server;
    private static Http http;
    private static DocumentedAnswers documented;

    @BeforeAll
    static void start() throws Exception {
        node = TestNodes.open();
        TestNodes.importText(
                node,
                ImportMode.ALL_OR_NONE,
                HEADER + opening("F1") + opening("F2") + "R1,2024-01-03,F1,ADMIT_HOUSEHOLD,H1,,3,\n"
                        + "R2,2024-01-04,F1,INVEST_SHARES,H1,5000,,\nR3,2024-01-05,F1,INVEST_SHARES,H1,1,,\n");
        server = TestServers.start(node);
        http = new Http(server.port());
        documented = DocumentedAnswers.read();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyDocumentedAnswerOccurs() throws Exception {
        movements();
        reads();
        imports();
        jobs();
        FoldedAnswers.manyFunds(http, HttpContractTest::expect);
        refusedByForm();
        unavailable();

        assertThat(documented.seen()).isEqualTo(documented.all());
    }

    private static void movements() throws Exception {
        String invest =
                "{\"ref\":\"M1\",\"date\":\"2024-02-01\",\"type\":\"INVEST_SHARES\",\"party\":\"H1\",\"amount\":12.50}";
        JsonNode trial = json(expect(200, http.post(MOVEMENTS + "?dryRun=true", JSON_TYPE, invest)));
        JsonNode first = json(expect(201, http.post(MOVEMENTS, JSON_TYPE, invest)));
        JsonNode again = json(expect(200, http.post(MOVEMENTS, JSON_TYPE, invest.replace("12.50", "\"12.5\""))));

        assertThat(trial.get("recorded").asBoolean()).isFalse();
        assertThat(trial.get("balances")).isEqualTo(first.get("balances"));
        assertThat(first.toString())
                .isEqualTo("{\"ref\":\"M1\",\"position\":6,\"recorded\":true,"
                        + "\"entry\":[{\"account\":\"102\",\"sub\":\"\",\"amount\":\"12.50\"},"
                        + "{\"account\":\"301\",\"sub\":\"H1\",\"amount\":\"-12.50\"}],"
                        + "\"balances\":[{\"account\":\"102\",\"sub\":\"\",\"name\":\"银行存款\",\"balance\":\"5013.50\"},"
                        + "{\"account\":\"301\",\"sub\":\"H1\",\"name\":\"股金\",\"balance\":\"-5013.50\"}]}");
        assertThat(again).isEqualTo(first);

        refused(409, "REF_REUSED", "ref", invest.replace("12.50", "12.51"));
        refused(400, "BAD_AMOUNT", "amount", invest.replace("12.50", "1.2e1"));
        refused(400, "BAD_AMOUNT", "amount", invest.replace("12.50", "12.505"));
        refused(400, "UNKNOWN_COLUMN", "betrag", invest.replace("amount", "betrag"));
        refused(400, "BAD_CODE", "fund", invest.replace("}", ",\"fund\":\"F2\"}"));
        refused(422, "OVER_SHARE_LIMIT", "amount", invest.replace("M1", "M2").replace("12.50", "60000"));
        JsonNode closed = json(expect(404, http.post("/api/v1/funds/F9/movements", JSON_TYPE, invest)));
        assertThat(closed.get("code").asString()).isEqualTo("FUND_NOT_OPEN");
        assertThat(node.history().lastPosition()).isEqualTo(6);
    }

    private static void refused(int status, String code, String column, String body) throws Exception {
        JsonNode problem = json(expect(status, http.post(MOVEMENTS, JSON_TYPE, body)));
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("column").asString()).isEqualTo(column);
        assertThat(problem.get("detail").asString()).matches("(?s).*\\p{IsHan}.*");
        assertThat(problem.get("messageEn").asString()).isNotBlank();
    }

    private static void reads() throws Exception {
        expect(200, http.get("/api/v1/funds"));
        HttpResponse<String> page = expect(200, http.get("/api/v1/funds?limit=1"));
        assertThat(JSON.readTree(page.body()).size()).isEqualTo(1);
        assertThat(page.headers().firstValue("Link")).hasValue("</api/v1/funds?after=1&limit=1>; rel=\"next\"");
        expect(200, http.get("/api/v1/funds/F1/balances"));
        expect(200, http.get("/api/v1/funds/F1/balances?asOf=2024-01-04&knownAt=2027-01-01T00:00:00Z"));
        expect(200, http.get("/api/v1/funds/F1/guarantees?year=2024"));
        expect(200, http.get("/api/v1/funds/F1/guarantees?year=2024&asOf=2024-12-31&evidence=true"));

        JsonNode differences =
                json(expect(200, http.get("/api/v1/funds/F1/balances?asOf=2024-01-04&diff=2024-01-03@6")));
        assertThat(differences
                        .get("accounts")
                        .valueStream()
                        .map(account -> account.get("difference").asString()))
                .containsExactly("5000.00", "-5000.00");
        JsonNode members = json(expect(200, http.get("/api/v1/funds/F1/members?household=H1&asOf=2024-01-04")));
        assertThat(members.get("rows").get(0).get("ref").asString()).isEqualTo("R2");
        assertThat(json(expect(200, http.get("/api/v1/funds/F1/members?household=H9")))
                        .get("rows"))
                .isEmpty();
        FoldedAnswers.ask(http, HttpContractTest::expect);
        files();
        history();

        JsonNode entries = json(expect(200, http.get("/api/v1/funds/F1/journal?limit=2")));
        assertThat(entries.get("items")
                        .valueStream()
                        .map(item -> item.get("ref").asString()))
                .containsExactly("R2", "R3");
        JsonNode rest = json(expect(
                200,
                http.get("/api/v1/funds/F1/journal?limit=2&after="
                        + entries.get("next").asLong())));
        assertThat(rest.get("items").size()).isEqualTo(1);
        assertThat(rest.get("next").isNull()).isTrue();
        assertThat(expect(200, http.get("/api/v1/funds/F1/journal?format=hledger"))
                        .body())
                .contains("资产:102银行存款");

        JsonNode events = json(expect(200, http.get("/api/v1/funds/F1/events?from=2&to=4")));
        assertThat(events.get("items")
                        .valueStream()
                        .map(item -> item.get("position").asLong()))
                .containsExactly(2L, 3L, 4L);
        assertThat(expect(200, http.get("/api/v1/funds/F1/events", "Accept", "application/x-ndjson"))
                        .body()
                        .lines())
                .hasSize(5);
    }

    private static void history() throws Exception {
        JsonNode first = json(expect(200, http.get("/api/v1/funds/F1/history?limit=3")));
        assertThat(first.get("items")
                        .valueStream()
                        .map(step -> step.get("event").get("sequence").asLong()))
                .containsExactly(0L, 1L, 2L);
        assertThat(first.get("items").get(0).get("entry").isEmpty()).isTrue();
        JsonNode rest = json(expect(200, http.get("/api/v1/funds/F1/history?after=" + first.get("next"))));
        JsonNode step = rest.get("items").get(0);
        assertThat(step.get("event").get("sequence").asLong()).isEqualTo(3);
        assertThat(step.get("entry").get(0).get("amount").asString()).isEqualTo("1.00");
        assertThat(step.get("balances")
                        .valueStream()
                        .map(account -> account.get("balance").asString()))
                .containsExactly("5001.00", "-5001.00");
        assertThat(rest.get("next").isNull()).isTrue();
    }

    /** Every form but JSON, by parameter or by what is accepted, as a file with a name. */
    private static void files() throws Exception {
        for (String read : List.of(
                "balances?",
                "balances?diff=2024-01-03&",
                "guarantees?year=2024&",
                "members?",
                "due?",
                "forecast?",
                "what-if?policy=floorRate%3D9&",
                "reconciliation?",
                "statements/trial?")) {
            file("/api/v1/funds/F1/" + read + "format=csv", ".csv");
            file("/api/v1/funds/F1/" + read + "format=xlsx", ".xlsx");
            expect(400, http.get("/api/v1/funds/F1/" + read + "format=hledger"));
        }
        file("/api/v1/funds/F1/journal?format=hledger", ".journal");
        file("/api/v1/funds/F1/journal?format=beancount", ".beancount");
        file("/api/v1/funds/F1/journal?format=csv", ".csv");
        file("/api/v1/funds/F1/journal?format=xlsx", ".xlsx");
        file("/api/v1/template", ".xlsx");
        file("/api/v1/funds/F1/pack", ".zip");
        file("/api/v1/public-key", ".pem");
        assertThat(json(expect(200, http.get("/api/v1/heads"))).size()).isEqualTo(2);
        assertThat(expect(200, http.get("/api/v1/funds/F1/balances", "Accept", "text/csv"))
                        .body())
                .startsWith("account,sub,name,balance\n");
        for (String diff : List.of("120", "@", "2024-02-30", "2024-01-03@gestern")) {
            expect(400, http.get("/api/v1/funds/F1/balances?diff=" + diff));
        }
        expect(403, http.get("/api/v1/template", "Origin", "http://evil.example"));
        expect(406, http.get("/api/v1/template", "Accept", "image/png"));
    }

    private static void file(String path, String ending) throws Exception {
        assertThat(expect(200, http.get(path)).headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(
                        named -> assertThat(named).startsWith("attachment;").endsWith(ending));
    }

    private static void imports() throws Exception {
        String good = HEADER + "I1,2024-03-01,F1,INVEST_SHARES,H1,1,,\n";
        String bad = HEADER + "I2,2024-03-01,F1,INVEST_SHARES,H7,1,,\n";
        String form = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"三月.csv\"\r\n\r\n" + bad
                + "\r\n--b--\r\n";
        JsonNode recorded = json(expect(200, http.post("/api/v1/imports", "text/csv", good)));
        assertThat(recorded.get("recorded").asInt()).isEqualTo(1);
        JsonNode refused = json(expect(422, http.post("/api/v1/imports", "multipart/form-data; boundary=b", form)));
        assertThat(refused.get("refused").get(0).get("file").asString()).isEqualTo("三月.csv");
        assertThat(refused.get("refused").get(0).get("code").asString()).isEqualTo("UNKNOWN_HOUSEHOLD");
        expect(200, http.post("/api/v1/imports?acceptValid=true", "text/csv", bad));
        expect(422, http.post("/api/v1/imports?dryRun=true", "text/csv", bad));
        JsonNode unreadable = json(expect(400, http.post("/api/v1/imports", "text/csv", "nonsense\n1\n")));
        assertThat(unreadable.get("code").asString()).isEqualTo("UNREADABLE_FILE");
        expect(400, http.post("/api/v1/imports", "multipart/form-data; boundary=b", "no part at all"));
        expect(400, http.post("/api/v1/imports", "multipart/form-data", "no boundary"));
    }

    private static void jobs() throws Exception {
        HttpResponse<String> accepted = expect(202, http.post("/api/v1/imports", "text/csv", manyRows("J", "F2")));
        String job = accepted.headers().firstValue("Location").orElseThrow();
        JsonNode ended = json(expect(200, http.get(job)));
        while (List.of("WAITING", "RUNNING").contains(ended.get("state").asString())) {
            Thread.sleep(50);
            ended = json(expect(200, http.get(job)));
        }
        assertThat(ended.get("state").asString()).isEqualTo("DONE");
        assertThat(ended.get("result").get("recorded").asInt()).isEqualTo(10_002);
        assertThat(ended.get("rowsRecorded").asInt()).isEqualTo(10_002);
        expect(200, http.send(http.request(job).DELETE()));
        expect(404, http.get("/api/v1/jobs/none"));
        expect(404, http.send(http.request("/api/v1/jobs/none").DELETE()));
    }

    private static void refusedByForm() throws Exception {
        for (String proof : List.of("/api/v1/heads", "/api/v1/public-key", "/api/v1/funds/F1/pack")) {
            expect(403, http.get(proof, "Origin", "http://evil.example"));
        }
        expect(406, http.get("/api/v1/heads", "Accept", "image/png"));
        expect(404, http.get("/api/v1/funds/F9/pack"));
        refusedReads();
        for (String path : List.of(MOVEMENTS, "/api/v1/imports")) {
            expect(
                    403,
                    http.send(http.request(path)
                            .headers("Origin", "http://evil.example", "Content-Type", JSON_TYPE)
                            .POST(BodyPublishers.ofString("{}"))));
            expect(
                    406,
                    http.send(http.request(path)
                            .headers(
                                    "Accept",
                                    "image/png",
                                    "Content-Type",
                                    path.equals(MOVEMENTS) ? JSON_TYPE : "text/csv")
                            .POST(BodyPublishers.ofString("{}"))));
            expect(415, http.post(path, "application/x-www-form-urlencoded", "a=b"));
        }
        for (String method : List.of("GET", "DELETE")) {
            expect(
                    403,
                    http.send(http.request("/api/v1/jobs/none")
                            .header("Origin", "null")
                            .method(method, BodyPublishers.noBody())));
            expect(
                    406,
                    http.send(http.request("/api/v1/jobs/none")
                            .header("Accept", "image/png")
                            .method(method, BodyPublishers.noBody())));
        }
        expect(413, http.post(MOVEMENTS, JSON_TYPE, "{\"memo\":\"" + "长".repeat(30_000) + "\"}"));
        expect(
                413,
                http.send(http.request("/api/v1/imports")
                        .header("Content-Type", "text/csv")
                        .expectContinue(true)
                        .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[0]), 65L << 20))));
    }

    private static void refusedReads() throws Exception {
        List<String> reads = List.of(
                "/api/v1/funds",
                "/api/v1/funds/%s/balances",
                "/api/v1/funds/%s/guarantees",
                "/api/v1/funds/%s/members",
                "/api/v1/funds/%s/findings",
                "/api/v1/funds/%s/statements/income",
                "/api/v1/funds/%s/reconciliation",
                "/api/v1/funds/%s/due",
                "/api/v1/funds/%s/forecast",
                "/api/v1/funds/%s/journal",
                "/api/v1/funds/%s/events",
                "/api/v1/funds/%s/history");
        for (String read : reads) {
            String path = read.formatted("F1");
            expect(403, http.get(path, "Origin", "http://evil.example"));
            expect(406, http.get(path + "?year=2024", "Accept", "image/png"));
            expect(400, http.get(path + "?limit=0&asOf=x&from=x"));
            if (!path.equals(read)) {
                expect(404, http.get(read.formatted("F9") + "?year=2024"));
                expect(404, http.get(read.formatted("%07") + "?year=2024"));
            }
        }
    }

    /** The database gone, everything that needs it may be asked again later. */
    private static void unavailable() throws Exception {
        node.close();
        for (String read : List.of(
                "",
                "/F1/balances",
                "/F1/guarantees?year=2024",
                "/F1/members",
                "/F1/findings",
                "/F1/trace?from=H1",
                "/F1/statements/income",
                "/F1/reconciliation",
                "/F1/due",
                "/F1/forecast",
                "/F1/what-if?policy=floorRate%3D9",
                "/F1/rollup",
                "/F1/journal",
                "/F1/events",
                "/F1/history")) {
            HttpResponse<String> answer = expect(503, http.get("/api/v1/funds" + read));
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
        expect(503, http.get("/api/v1/heads"));
        expect(503, http.get("/api/v1/public-key"));
        expect(503, http.get("/api/v1/rollup"));
        expect(503, http.get("/api/v1/funds/F1/pack"));
        expect(
                503,
                http.post(
                        MOVEMENTS,
                        JSON_TYPE,
                        "{\"ref\":\"X\",\"date\":\"2024-05-01\",\"type\":\"OTHER_INCOME\",\"amount\":1}"));
        expect(503, http.post("/api/v1/imports", "text/csv", HEADER + "X,2024-03-01,F1,INVEST_SHARES,H1,1,,\n"));
    }

    private static HttpResponse<String> expect(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as("%s %s", answer.request().uri(), answer.body())
                .isEqualTo(status);
        documented.check(answer);
        return answer;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static String opening(String fund) {
        return "R0,2024-01-02," + fund + ",OPEN_FUND,532599100200,,,示例基金\n";
    }

    /** 10,002 rows of one fund. */
    static String manyRows(String prefix, String fund) {
        StringBuilder csv =
                new StringBuilder(HEADER).append("%s,2024-01-03,%s,ADMIT_HOUSEHOLD,H1,,3,\n".formatted(prefix, fund));
        for (int row = 0; row <= 10_000; row++) {
            csv.append("%s%d,2024-02-01,%s,INVEST_SHARES,H1,1.00,,\n".formatted(prefix, row, fund));
        }
        return csv.toString();
    }
}
