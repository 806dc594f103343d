package coop.laborfund.api.bench;

import coop.laborfund.api.bench.KeptConnection.Answer;
import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.testing.Databases;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.api.testing.TestServers;
import coop.laborfund.api.web.server.WebServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Movements posted over HTTP, beside bare commits of a row as large at the same number of clients; and reads while eight clients
 * post, beside the same reads when all is quiet. Clients, server and database share the machine's cores.
 */
class PostBench {

    private static final int FUNDS = 1_000;
    private static final double SECONDS = Double.parseDouble(System.getProperty("laborfund.bench.seconds", "5"));
    private static final int ROUNDS = Integer.getInteger("laborfund.bench.rounds", 3);
    private static final int MOST_MILLIS = 20;
    private static final int MOST_TIMES_OF_QUIET = 5;

    private static final AtomicLong REFS = new AtomicLong();

    @Test
    void postsBesideBareCommits() throws Exception {
        PostgresAccess database = Databases.create();
        JdbcTarget target = database.target();
        LedgerNode node = LedgerNode.open(database, TestNodes.CLOCK);
        try (WebServer server = TestServers.start(node)) {
            try (KeptConnection opener = new KeptConnection(server.port())) {
                for (int fund = 0; fund < FUNDS; fund++) {
                    require(opener.post(path(fund), opening()), 201);
                }
            }
            Medians medians = new Medians();
            measure(server.port(), target, new Medians());
            for (int round = 0; round < ROUNDS; round++) {
                measure(server.port(), target, medians);
            }
            medians.print();
            report(medians);
        }
    }

    private static void measure(int port, JdbcTarget target, Medians medians) throws Exception {
        medians.add("quiet read, us", micros(reads(port, SECONDS), 50));
        for (int clients : new int[] {1, 8, 64}) {
            medians.add("bare " + clients, BareCommits.run(target, clients, SECONDS));
            medians.add("posts " + clients, posts(port, clients, FUNDS, medians));
            medians.add("one fund " + clients, posts(port, clients, 1, new Medians()));
        }
        AtomicBoolean goesOn = new AtomicBoolean(true);
        CompletableFuture<Void> posting = CompletableFuture.runAsync(() -> {
            while (goesOn.get()) {
                unchecked(() -> posts(port, 8, FUNDS, new Medians(), 0.5));
            }
        });
        List<Long> beside = reads(port, SECONDS);
        goesOn.set(false);
        posting.join();
        medians.add("read beside, us", micros(beside, 50));
        medians.add("read beside 99th, us", micros(beside, 99));
    }

    private static void report(Medians medians) {
        BenchReport report = new BenchReport("posts");
        report.ratio(
                "HTTP 记一笔,1,000 个基金,1 个客户端 · posts, 1,000 funds, 1 client",
                "bare commits, 1 client",
                medians.ratio("posts 1", "bare 1"));
        report.ratioAtLeast("8 个客户端 · 8 clients", "bare commits, 8 clients", medians.ratio("posts 8", "bare 8"), 0.2);
        report.ratioAtLeast(
                "64 个客户端 · 64 clients", "bare commits, 64 clients", medians.ratio("posts 64", "bare 64"), 0.25);
        report.ratio(
                "同一基金,1 个客户端 · one fund, 1 client", "bare commits, 1 client", medians.ratio("one fund 1", "bare 1"));
        report.ratioAtLeast(
                "同一基金,8 个客户端 · one fund, 8 clients",
                "bare commits, 8 clients",
                medians.ratio("one fund 8", "bare 8"),
                0.15);
        report.ratio(
                "同一基金,64 个客户端 · one fund, 64 clients",
                "bare commits, 64 clients",
                medians.ratio("one fund 64", "bare 64"));
        report.ratioAtMost(
                "8 个客户端时的第 99 百分位 · 99th percentile at 8 clients",
                MOST_MILLIS + " ms",
                medians.of("99th at 8, us") / (MOST_MILLIS * 1_000.0),
                1);
        report.ratioAtMost(
                "8 个客户端在记时读余额 · a read of balances beside 8 posting clients",
                "the same when all is quiet",
                medians.ratio("read beside, us", "quiet read, us"),
                MOST_TIMES_OF_QUIET);
        report.close();
    }

    private static double posts(int port, int clients, int funds, Medians medians) throws Exception {
        return posts(port, clients, funds, medians, SECONDS);
    }

    private static double posts(int port, int clients, int funds, Medians medians, double seconds) throws Exception {
        List<KeptConnection> connections = new ArrayList<>();
        List<Long> took = Collections.synchronizedList(new ArrayList<>());
        for (int client = 0; client < clients; client++) {
            connections.add(new KeptConnection(port));
        }
        try {
            double rate = Clients.run(clients, seconds, (client, time) -> {
                long start = System.nanoTime();
                require(connections.get(client).post(path((client * 7919 + time * 31) % funds), income()), 201);
                took.add(System.nanoTime() - start);
            });
            medians.add("99th at " + clients + ", us", micros(took, 99));
            return rate;
        } finally {
            for (KeptConnection connection : connections) {
                connection.close();
            }
        }
    }

    /** How long each read took, one after another: of balances of one fund after another, those just written to among them. */
    private static List<Long> reads(int port, double seconds) throws Exception {
        List<Long> took = new ArrayList<>();
        try (KeptConnection connection = new KeptConnection(port)) {
            Clients.run(1, seconds, (client, time) -> {
                long start = System.nanoTime();
                require(connection.get("/api/v1/funds/" + fund(time * 31 % FUNDS) + "/balances"), 200);
                took.add(System.nanoTime() - start);
            });
        }
        return took;
    }

    private static double micros(List<Long> nanos, int percentile) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percentile / 100)) / 1_000.0;
    }

    private static String fund(int number) {
        return "F" + number;
    }

    private static String path(int fund) {
        return "/api/v1/funds/" + fund(fund) + "/movements";
    }

    private static String opening() {
        return "{\"ref\":\"O\",\"date\":\"2024-01-01\",\"type\":\"OPEN_FUND\",\"name\":\"量\",\"party\":\"320000000001\"}";
    }

    private static String income() {
        return "{\"ref\":\"V" + REFS.incrementAndGet()
                + "\",\"date\":\"2024-01-02\",\"type\":\"OTHER_INCOME\",\"amount\":\"1.00\"}";
    }

    private static void require(Answer answer, int status) throws IOException {
        if (answer.status() != status) {
            throw new IOException(answer.status() + " " + answer.body());
        }
    }

    private interface Action {
        Object run() throws Exception;
    }

    private static void unchecked(Action action) {
        try {
            action.run();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
