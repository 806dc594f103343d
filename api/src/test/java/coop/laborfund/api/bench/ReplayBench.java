package coop.laborfund.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.testing.LoadedNode;
import coop.laborfund.ledger.json.EventJson;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A full replay to balances in memory, beside one cursor over the same events with Jackson on one thread. */
class ReplayBench {

    private static final int EVENTS = Integer.getInteger("laborfund.bench.events", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("laborfund.bench.rounds", 3);
    private static final int FUNDS = 100;
    private static final double LEAST = 1.2;

    @Test
    void replaysToBalances() throws Exception {
        try (LoadedNode loaded = LoadedNode.with(FUNDS, EVENTS)) {
            DataSource database = new DriverManagerDataSource(
                    loaded.target().url(),
                    loaded.target().user(),
                    loaded.target().password());
            long last = loaded.node().history().lastPosition();
            Medians medians = new Medians();
            for (int round = 0; round < ROUNDS; round++) {
                medians.add("cursor ms", Figures.millis(Figures.timed(() -> PlainCursor.decode(loaded.target()))));
                medians.add("replay ms", Figures.millis(Figures.timed(() -> {
                    Replay replayed = Replay.of(database, new EventJson(), last);
                    assertThat(replayed.events()).isEqualTo(last);
                    return replayed.events();
                })));
            }
            medians.print();
            BenchReport report = new BenchReport("replay");
            report.ratioAtLeast(
                    "全部重放成余额 · full replay to balances, %,d events".formatted(last),
                    "one cursor with Jackson, one thread",
                    medians.ratio("cursor ms", "replay ms"),
                    LEAST);
            report.close();
        }
    }
}
