package coop.laborfund.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.LoadedNode;
import coop.laborfund.api.testing.TestServers;
import coop.laborfund.api.web.server.WebServer;
import coop.laborfund.projections.fact.Projections;
import coop.laborfund.projections.rebuild.RebuildProgress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * Balances of random funds on random days over HTTP, beside a static file of equal size from the same server and beside the
 * statement that sums them up, over JDBC; all by four clients.
 */
class BalancesBench {

    private static final int EVENTS = Integer.getInteger("laborfund.bench.rows", 10_000_000);
    private static final int FUNDS = Integer.getInteger("laborfund.bench.funds", 1_000);
    private static final int REQUESTS = Integer.getInteger("laborfund.bench.requests", 10_000);
    private static final int ROUNDS = Integer.getInteger("laborfund.bench.rounds", 3);
    private static final int CLIENTS = 4;
    private static final int TIMES_OF_SQL = 5;
    private static final int DAYS = 700;
    private static final Path STATIC = Path.of("target", "test-classes", "static", "bench.json");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final String BALANCES = """
            select account, sub, sum(amount) from journal_line
             where fund = ? and date <= ? and position <= ?
             group by account, sub having sum(amount) <> 0
             order by account, sub""";

    private final Random random = new Random(20_261_125);

    @Test
    void balancesTakeLittleMoreThanTheirSql() throws Exception {
        LoadedNode loaded = LoadedNode.with(FUNDS, EVENTS);
        LedgerNode node = loaded.node();
        JdbcTarget target = loaded.target();
        node.rebuild(Projections.ALL, RebuildProgress.NONE);
        try (WebServer server = TestServers.start(node)) {
            String address = "http://127.0.0.1:" + server.port();
            Files.createDirectories(STATIC.getParent());
            Files.writeString(STATIC, body(address + balances()));
            List<Double> shares = new ArrayList<>();
            for (int round = 0; round <= ROUNDS; round++) {
                double share = round(address, target);
                // The first warms up.
                if (round > 0) {
                    shares.add(share);
                }
            }
            BenchReport report = new BenchReport("balances");
            report.ratioAtMost(
                    "任一天的余额 · balances?asOf=, 第 99 百分位 99th percentile, %,d 个基金 funds, %,d 条事件 events"
                            .formatted(FUNDS, EVENTS),
                    "a static file of equal size + 5 x its SQL over JDBC",
                    Figures.median(shares),
                    1);
            report.close();
        } finally {
            Files.deleteIfExists(STATIC);
        }
    }

    /** By how much the balances stay below what they may take: 1 is the limit. */
    private double round(String address, JdbcTarget target) throws Exception {
        double files = measured(clients(() -> body(address + "/bench.json")));
        double sql = sql(target);
        double balances = measured(clients(() -> body(address + balances())));
        System.out.printf("99th percentile: balances %.2f ms, static %.2f ms, SQL %.2f ms%n", balances, files, sql);
        return balances / (files + TIMES_OF_SQL * sql);
    }

    private double sql(JdbcTarget target) throws Exception {
        List<Connection> connections = new ArrayList<>();
        List<Callable<?>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            Connection connection = target.connect();
            connections.add(connection);
            PreparedStatement query = connection.prepareStatement(BALANCES);
            clients.add(() -> sum(query));
        }
        double took = measured(clients);
        for (Connection connection : connections) {
            connection.close();
        }
        return took;
    }

    private int sum(PreparedStatement query) throws Exception {
        query.setString(1, fund());
        query.setObject(2, day());
        query.setLong(3, EVENTS);
        int accounts = 0;
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                accounts++;
            }
        }
        return accounts;
    }

    private static List<Callable<?>> clients(Callable<?> call) {
        List<Callable<?>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            clients.add(call);
        }
        return clients;
    }

    private static double measured(List<Callable<?>> clients) throws Exception {
        return Figures.millis(Figures.percentile99(Figures.byClients(clients, REQUESTS / CLIENTS)));
    }

    private static String body(String address) throws Exception {
        var answer = HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String balances() {
        return "/api/v1/funds/" + fund() + "/balances?asOf=" + day();
    }

    private String fund() {
        return "F%05d".formatted(random.nextInt(FUNDS));
    }

    private LocalDate day() {
        return LocalDate.of(2022, 1, 4).plusDays(random.nextInt(DAYS));
    }
}
