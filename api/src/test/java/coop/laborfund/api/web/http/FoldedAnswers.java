package coop.laborfund.api.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is answered from the history itself: statements, what is due, findings, traces, forecasts, what-if. */
final class FoldedAnswers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Holds an answer to the document. */
    interface Contract {
        HttpResponse<String> expect(int status, HttpResponse<String> answer);
    }

    private final Http http;
    private final Contract contract;

    private FoldedAnswers(Http http, Contract contract) {
        this.http = http;
        this.contract = contract;
    }

    static void ask(Http http, Contract contract) throws Exception {
        FoldedAnswers answers = new FoldedAnswers(http, contract);
        answers.statements();
        answers.outlook();
        answers.inspection();
        answers.rollUps();
    }

    /** Shares of 5,001 came in by the end of January, and the bank says nothing of it. */
    private void statements() throws Exception {
        JsonNode sheet =
                json(contract.expect(200, http.get("/api/v1/funds/F1/statements/balance-sheet?asOf=2024-01-31")));
        assertThat(sheet.get("lines").get(0).toString())
                .isEqualTo("{\"line\":1,\"name\":\"货币资金\",\"nameEn\":\"Cash at bank\",\"amount\":\"5001.00\","
                        + "\"previous\":\"0.00\"}");
        assertThat(sheet.get("notes").get(0).get("zh").asString()).contains("明股实债");
        JsonNode day = json(contract.expect(200, http.get("/api/v1/funds/F1/reconciliation?asOf=2024-01-31")));
        assertThat(day.get("reconciliation").get("booksIn")).isNotEmpty();
        assertThat(day.get("reconciliation").get("difference").asString()).isEqualTo("0.00");
        for (String statement :
                List.of("income", "equity", "trial", "daybook", "ledger?account=301", "general", "members")) {
            contract.expect(200, http.get("/api/v1/funds/F1/statements/" + statement));
        }
        for (String wrong : List.of("ledger", "ledger?account=999", "general?account=x", "cash-flow")) {
            contract.expect(400, http.get("/api/v1/funds/F1/statements/" + wrong));
        }
        JsonNode due = json(contract.expect(200, http.get("/api/v1/funds/F1/due?asOf=2024-02-01")));
        JsonNode month = due.get("items").get(0);
        assertThat(month.get("movement").toString()).isEqualTo("{\"type\":\"CLOSE_MONTH\",\"month\":\"2024-01\"}");
        assertThat(month.get("zh").asString()).startsWith("2024-01");
    }

    private void outlook() throws Exception {
        JsonNode forecast = json(contract.expect(200, http.get("/api/v1/funds/F1/forecast?year=2024&asOf=2024-02-01")));
        assertThat(forecast.get("computed").asBoolean()).isTrue();
        assertThat(forecast.get("changes").get(0).propertyNames())
                .containsExactly("date", "guarantee", "subject", "from", "to", "zh", "en", "ways");
        String whatIf = "/api/v1/funds/%s/what-if?policy=floorRate%%3D9";
        JsonNode floors =
                json(contract.expect(200, http.get(whatIf.formatted("F1")))).get("floors");
        assertThat(floors.get(0).get("household").asString()).isEqualTo("H1");
        contract.expect(400, http.get("/api/v1/funds/F1/what-if?policy=floorRate%3Dx"));
        contract.expect(400, http.get("/api/v1/funds/F1/what-if"));
        contract.expect(403, http.get(whatIf.formatted("F1"), "Origin", "http://evil.example"));
        contract.expect(404, http.get(whatIf.formatted("F9")));
        contract.expect(406, http.get(whatIf.formatted("F1"), "Accept", "image/png"));
    }

    private void inspection() throws Exception {
        contract.expect(200, http.get("/api/v1/funds/F1/findings?asOf=2024-01-10"));
        String trace = "/api/v1/funds/F1/trace?from=H1";
        assertThat(contract.expect(200, http.get(trace + "&asOf=2024-01-04")).body())
                .contains("\"node\":\"102\"");
        contract.expect(400, http.get(trace + "9"));
        contract.expect(400, http.get(trace + "&rule=LIFO"));
        contract.expect(403, http.get(trace, "Origin", "http://evil.example"));
        contract.expect(404, http.get(trace.replace("F1", "F9")));
        contract.expect(406, http.get(trace, "Accept", "image/png"));
    }

    private void rollUps() throws Exception {
        JsonNode village = json(contract.expect(200, http.get("/api/v1/rollup?division=532599100200&asOf=2024-01-31")));
        assertThat(village.get("rows").valueStream().map(row -> row.get("place").asString()))
                .containsExactly("F1", "F2");
        assertThat(village.get("total").get("shares").asString()).isEqualTo("5001.00");
        assertThat(village.get("total").get("placed").get("PUBLIC_POST").asInt())
                .isZero();
        JsonNode fund = json(contract.expect(200, http.get("/api/v1/funds/F1/rollup?year=2024&asOf=2024-01-31")));
        assertThat(fund.get("total")).isEqualTo(village.get("rows").get(0));
        assertThat(fund.get("rows").get(0).get("household").asString()).isEqualTo("H1");
        for (String format : List.of("csv", "xlsx")) {
            contract.expect(200, http.get("/api/v1/rollup?format=" + format));
            contract.expect(200, http.get("/api/v1/funds/F1/rollup?format=" + format));
        }
        for (String wrong :
                List.of("rollup?division=532", "rollup?division=x", "rollup?year=x", "funds/F1/rollup?year=x")) {
            contract.expect(400, http.get("/api/v1/" + wrong));
        }
        for (String path : List.of("/api/v1/rollup", "/api/v1/funds/F1/rollup")) {
            contract.expect(403, http.get(path, "Origin", "http://evil.example"));
            contract.expect(406, http.get(path, "Accept", "image/png"));
        }
        contract.expect(404, http.get("/api/v1/funds/F9/rollup"));
    }

    /** More funds than are answered at once, of a province of their own, so that no other answer changes. */
    static void manyFunds(Http http, Contract contract) throws Exception {
        StringBuilder csv = new StringBuilder("ref,date,fund,type,party,name\n");
        for (int i = 0; i <= RollUpController.MOST_FUNDS_AT_ONCE; i++) {
            csv.append("R0,2024-01-02,M%03d,OPEN_FUND,130102001001,示例\n".formatted(i));
        }
        contract.expect(200, http.post("/api/v1/imports", "text/csv", csv.toString()));
        HttpResponse<String> accepted = contract.expect(202, http.get("/api/v1/rollup?division=13&asOf=2024-12-31"));
        String job = accepted.headers().firstValue("Location").orElseThrow();
        JsonNode ended = json(contract.expect(200, http.get(job)));
        while (List.of("WAITING", "RUNNING").contains(ended.get("state").asString())) {
            Thread.sleep(20);
            ended = json(contract.expect(200, http.get(job)));
        }
        assertThat(ended.get("state").asString()).isEqualTo("DONE");
        assertThat(ended.get("funds").asInt()).isEqualTo(RollUpController.MOST_FUNDS_AT_ONCE + 1);
        assertThat(ended.get("result").get("rows").get(0).get("place").asString())
                .isEqualTo("1301");
        assertThat(ended.get("result").get("total").get("funds").asInt())
                .isEqualTo(RollUpController.MOST_FUNDS_AT_ONCE + 1);
        contract.expect(200, http.send(http.request(job).DELETE()));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
