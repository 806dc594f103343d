package coop.laborfund.api.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.api.testing.TestServers;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running server, as a browser and another program see it. */
class WebServerTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final List<WebServer> SERVERS = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        LedgerNode node = TestNodes.open();
        TestNodes.importText(
                node, ImportMode.ALL_OR_NONE, Files.readString(Path.of("src/main/resources/sample/cooperative.csv")));
        TestNodes.importText(
                node,
                ImportMode.ALL_OR_NONE,
                "ref,date,fund,type,party,name\nR1,2024-01-02,村/一(示例),OPEN_FUND,532599100200,示例基金\n");
        SERVERS.add(TestServers.start(node));
    }

    @AfterAll
    static void stop() {
        SERVERS.forEach(WebServer::close);
    }

    @Test
    void listsTheFunds() throws Exception {
        JsonNode funds = JSON.readTree(get("/api/v1/funds").body());

        assertThat(funds.valueStream().map(fund -> fund.get("fund").asString())).containsExactly("DEMO", "村/一(示例)");
    }

    @Test
    void answersBalancesAndGuaranteesInTheContractsShape() throws Exception {
        JsonNode balances =
                JSON.readTree(get("/api/v1/funds/DEMO/balances?asOf=2024-12-31").body());
        JsonNode guarantees = JSON.readTree(
                get("/api/v1/funds/DEMO/guarantees?year=2024&asOf=2024-12-31").body());
        JsonNode proven = JSON.readTree(
                get("/api/v1/funds/DEMO/guarantees?year=2024&evidence=true").body());

        assertThat(balances.propertyNames()).containsExactly("fund", "asOf", "position", "accounts", "debit", "credit");
        assertThat(balances.get("accounts").get(0).propertyNames())
                .containsExactly("account", "sub", "name", "balance");
        assertThat(guarantees.propertyNames())
                .containsExactly("fund", "year", "asOf", "position", "policy", "guarantees");
        assertThat(guarantees.get("guarantees").get(0).propertyNames())
                .containsExactly(
                        "guarantee",
                        "subject",
                        "verdict",
                        "shares",
                        "allocated",
                        "coverage",
                        "outstanding",
                        "goodAdvances",
                        "secured",
                        "reserve",
                        "shortfall");
        assertThat(guarantees.get("guarantees").get(1).propertyNames())
                .containsExactly(
                        "guarantee",
                        "subject",
                        "verdict",
                        "earned",
                        "unremitted",
                        "received",
                        "paid",
                        "target",
                        "shortfall");
        assertThat(guarantees.get("guarantees").get(2).propertyNames())
                .containsExactly("guarantee", "subject", "verdict", "satisfied", "total", "shortfall", "households");
        assertThat(proven.get("guarantees").valueStream().map(verdict -> verdict.get("evidence")))
                .allSatisfy(evidence -> assertThat(evidence.isEmpty()).isFalse());
        assertThat(proven.get("guarantees").valueStream().map(verdict -> verdict.get("reasons")))
                .allSatisfy(reasons -> assertThat(reasons.valueStream())
                        .allSatisfy(reason -> assertThat(reason.propertyNames()).containsExactly("zh", "en")));
    }

    @Test
    void aFundsIdMayHaveASlash() throws Exception {
        HttpResponse<String> answer = get("/api/v1/funds/%E6%9D%91%2F%E4%B8%80(%E7%A4%BA%E4%BE%8B)/balances");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).get("fund").asString()).isEqualTo("村/一(示例)");
    }

    @Test
    void anUnknownFundIsNotFoundInBothLanguages() throws Exception {
        HttpResponse<String> answer = get("/api/v1/funds/nobody/balances");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("code").asString()).isEqualTo("FUND_NOT_OPEN");
        assertThat(problem.get("detail").asString()).contains("尚未设立");
        assertThat(problem.get("messageEn").asString()).contains("not open");
    }

    @Test
    void badParametersAreNamed() throws Exception {
        for (String query : List.of("balances?asOf=2024-02-30", "balances?knownAt=gestern", "guarantees?year=24")) {
            HttpResponse<String> answer = get("/api/v1/funds/DEMO/" + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(JSON.readTree(answer.body()).get("code").asString()).isEqualTo("BAD_PARAMETER");
        }
    }

    @Test
    void thePageShowsTheVerdictsOfTheLastClosedYear() throws Exception {
        String page = get("/funds/DEMO").body();

        assertThat(page).contains("2025 年三保判定").contains("代偿达标").contains("示例村劳务合作基金");
        assertThat(get("/").body()).contains("示例村劳务合作基金");
    }

    @Test
    void theHistoryIsSteppedThroughEventByEvent() throws Exception {
        String first = get("/funds/DEMO/history").body();
        String last = get("/funds/DEMO/history?from=1000000").body();

        assertThat(first).contains("1. 设立基金", "rel=\"next\"").doesNotContain("rel=\"prev\"");
        assertThat(last).contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
        assertThat(get("/funds/DEMO").body()).contains("/funds/DEMO/history");
        assertThat(get("/funds/nobody/history").statusCode()).isEqualTo(404);
        assertThat(get("/funds/DEMO/history?from=x").statusCode()).isEqualTo(400);
    }

    @Test
    void requestsMeantForAnotherHostOrFromAnotherOriginAreForbidden() throws Exception {
        assertThat(status(request("/api/v1/funds").header("Origin", "http://evil.example")))
                .isEqualTo(403);
        assertThat(status(request("/api/v1/funds").header("Origin", "http://127.0.0.1:" + port())))
                .isEqualTo(200);
        assertThat(RawHttp.status(port(), "evil.example")).isEqualTo(403);
        assertThat(RawHttp.status(port(), "localhost:" + port())).isEqualTo(200);
    }

    @Test
    void whatTomcatCannotReadIsTheRequestsMistake() throws Exception {
        String host = "Host: 127.0.0.1:" + port() + "\r\n";
        for (String request : List.of(
                "GET /api/v1/funds HTTP/T.1\r\n" + host + "\r\n",
                "GET /api/v1/funds HTTP/3.0\r\n" + host + "\r\n",
                "CONNECT 127.0.0.1:" + port() + " HTTP/1.1\r\n" + host + "\r\n",
                "POST /api/v1/imports HTTP/1.1\r\n" + host + "Transfer-Encoding: none\r\n\r\n")) {
            String answer = RawHttp.answer(port(), request);

            assertThat(answer).as(request).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
            JsonNode problem = JSON.readTree(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1));
            assertThat(problem.get("status").asInt()).isEqualTo(400);
            assertThat(problem.get("code").asString()).isEqualTo("BAD_REQUEST");
        }
    }

    @Test
    void everyAnswerSaysWhatABrowserMayDoWithIt() throws Exception {
        for (String path : List.of(
                "/",
                "/funds/DEMO",
                "/funds/nobody",
                "/laborfund.css",
                "/api/v1/funds",
                "/api/v1/funds/nobody/balances",
                "/api/v1/openapi.json",
                "/api/v1/template",
                "/actuator/health",
                "/actuator/prometheus",
                "/nothing",
                "/error")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                    .as(path)
                    .hasValue("nosniff");
            assertThat(answer.headers().firstValue("X-Frame-Options")).as(path).hasValue("DENY");
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(
                            policy -> assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'"));
        }
        String host = "Host: 127.0.0.1:" + port() + "\r\n";
        for (String request : List.of(
                "GET /api/v1/funds HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
                "GET /api/v1/funds HTTP/T.1\r\n" + host + "\r\n",
                "GET /%%% HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n",
                "POST /api/v1/imports HTTP/1.1\r\n" + host + "Transfer-Encoding: none\r\n\r\n")) {
            assertThat(RawHttp.answer(port(), request))
                    .as(request)
                    .contains("X-Content-Type-Options: nosniff", "X-Frame-Options: DENY", "Content-Security-Policy: ");
        }
    }

    /** Found by the server as its own controllers are. */
    @RestController
    static class HalfAnAnswer {

        @GetMapping("/half")
        void half(HttpServletResponse response) throws IOException {
            response.getOutputStream().write(new byte[100_000]);
            throw new IllegalStateException("in the middle");
        }
    }

    @Test
    void anAnswerThatFailsInTheMiddleDoesNotLookWhole() {
        assertThatThrownBy(() -> get("/half")).isInstanceOf(IOException.class);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(request(path).build(), BodyHandlers.ofString());
    }

    private static int status(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString()).statusCode();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    private static int port() {
        return SERVERS.getFirst().port();
    }
}
