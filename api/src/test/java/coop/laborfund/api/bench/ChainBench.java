package coop.laborfund.api.bench;

import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.testing.Databases;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.store.Appends;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What the chain costs: appends by eight clients with it, beside the same without it; no command round them to hide it. */
class ChainBench {

    private static final int CLIENTS = 8;
    private static final double SECONDS = Double.parseDouble(System.getProperty("laborfund.bench.seconds", "5"));
    private static final int ROUNDS = Integer.getInteger("laborfund.bench.rounds", 5);
    private static final double LEAST = 0.9;

    @Test
    void theChainCostsLittle() throws Exception {
        PostgresAccess database = Databases.create();
        LedgerNode.open(database, TestNodes.CLOCK).close();
        Medians medians = new Medians();
        measure(database.target(), new Medians(), "warm-up ");
        for (int round = 0; round < ROUNDS; round++) {
            measure(database.target(), medians, "round " + round + " ");
        }
        medians.print();
        BenchReport report = new BenchReport("chain");
        report.ratioAtLeast(
                "带哈希链的追加,8 个客户端 · appends with the chain, 8 clients",
                "the same without the chain",
                medians.ratio("chained", "unchained"),
                LEAST);
        report.close();
    }

    private static void measure(JdbcTarget target, Medians medians, String round) throws Exception {
        try (Appends appends = Appends.chained(source(target))) {
            medians.add("chained", perSecond(appends, round + "chained "));
        }
        try (Appends appends = Appends.unchained(source(target))) {
            medians.add("unchained", perSecond(appends, round + "unchained "));
        }
    }

    private static double perSecond(Appends appends, String funds) throws Exception {
        return Clients.run(
                CLIENTS,
                SECONDS,
                (client, time) -> appends.append(funds + client, time, BareCommits.PAYLOAD, BareCommits.METADATA));
    }

    private static DataSource source(JdbcTarget target) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(target.url());
        source.setUser(target.user());
        source.setPassword(target.password());
        return source;
    }
}
