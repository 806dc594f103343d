package coop.laborfund.api.bench;

import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.testing.Databases;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.door.Recorder;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.ledger.movement.MovementForm;
import coop.laborfund.ledger.movement.ReadRow;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** One-event commands through the command gateway, beside bare commits of a row as large at the same number of clients. */
class CommandBench {

    private static final int FUNDS = 1_000;
    private static final double SECONDS = Double.parseDouble(System.getProperty("laborfund.bench.seconds", "5"));
    private static final int ROUNDS = Integer.getInteger("laborfund.bench.rounds", 3);
    private static final Requester BY = new Requesters("bench").next();

    private static final AtomicLong REFS = new AtomicLong();

    @Test
    void oneEventCommandsBesideBareCommits() throws Exception {
        PostgresAccess database = Databases.create();
        JdbcTarget target = database.target();
        try (LedgerNode node = LedgerNode.open(database, TestNodes.CLOCK)) {
            for (int fund = 0; fund < FUNDS; fund++) {
                node.ledger().record("F" + fund, List.of(opening("F" + fund)), BY);
            }
            StockEngine stock = StockEngine.in(target);
            Medians medians = new Medians();
            measure(node.ledger(), target, stock, new Medians(), SECONDS);
            for (int round = 0; round < ROUNDS; round++) {
                measure(node.ledger(), target, stock, medians, SECONDS);
            }
            report(medians);
        }
    }

    private static void measure(Recorder ledger, JdbcTarget target, StockEngine stock, Medians medians, double seconds)
            throws Exception {
        for (int clients : new int[] {8, 64}) {
            medians.add("bare " + clients, BareCommits.run(target, clients, seconds));
            medians.add("commands " + clients, commands(ledger, clients, seconds, FUNDS));
            medians.add("stock " + clients, stock.run(clients, seconds));
        }
        medians.add("one fund", commands(ledger, 8, seconds, 1));
    }

    private static void report(Medians medians) {
        BenchReport report = new BenchReport("commands");
        report.ratioAtLeast(
                "单事件命令,1,000 个基金,8 个客户端 · commands, 1,000 funds, 8 clients",
                "bare commits, 8 clients",
                medians.ratio("commands 8", "bare 8"),
                0.6);
        report.ratioAtLeast(
                "64 个客户端 · 64 clients", "bare commits, 64 clients", medians.ratio("commands 64", "bare 64"), 1.2);
        report.ratioAtLeast(
                "同一基金,8 个客户端 · one fund, 8 clients",
                "bare commits, 8 clients",
                medians.ratio("one fund", "bare 8"),
                0.3);
        report.ratio(
                "Axon JDBC 引擎单独追加,不经命令,8 个客户端 · appends to Axon's stock JDBC engine alone, 8 clients",
                "bare commits, 8 clients",
                medians.ratio("stock 8", "bare 8"));
        report.ratio(
                "Axon JDBC 引擎单独追加,不经命令,64 个客户端 · appends to Axon's stock JDBC engine alone, 64 clients",
                "bare commits, 64 clients",
                medians.ratio("stock 64", "bare 64"));
        medians.print();
        report.close();
    }

    private static double commands(Recorder ledger, int clients, double seconds, int funds) throws Exception {
        return Clients.run(clients, seconds, (client, time) -> {
            String fund = "F" + (client * 7919 + time * 31) % funds;
            ledger.record(fund, List.of(income(fund)), BY);
        });
    }

    private static Movement opening(String fund) {
        return movement(Map.of(
                Column.REF,
                "O",
                Column.DATE,
                "2024-01-01",
                Column.FUND,
                fund,
                Column.TYPE,
                "OPEN_FUND",
                Column.NAME,
                "量",
                Column.PARTY,
                "320000000001"));
    }

    private static Movement income(String fund) {
        return movement(Map.of(
                Column.REF,
                "V" + REFS.incrementAndGet(),
                Column.DATE,
                "2024-01-02",
                Column.FUND,
                fund,
                Column.TYPE,
                "OTHER_INCOME",
                Column.AMOUNT,
                "1.00"));
    }

    private static Movement movement(Map<Column, String> cells) {
        return ((ReadRow.WellFormed) MovementForm.read(new EnumMap<>(cells))).movement();
    }
}
