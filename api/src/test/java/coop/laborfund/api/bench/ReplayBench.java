package coop.laborfund.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.testing.LoadedNode;
import coop.laborfund.ledger.event.Recorded;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.json.EventJson;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Postings;
import coop.laborfund.ledger.store.EventScan;
import coop.laborfund.projections.query.AccountKey;
import coop.laborfund.projections.query.BalanceFold;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
            long last = loaded.node().history().lastPosition();
            Medians medians = new Medians();
            for (int round = 0; round < ROUNDS; round++) {
                medians.add("cursor ms", Figures.millis(Figures.timed(() -> PlainCursor.decode(loaded.target()))));
                medians.add("replay ms", Figures.millis(Figures.timed(() -> {
                    replay(loaded, last);
                    return null;
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

    /**
     * Replays everything up to a position, that included, to each fund's balances. Balances are sums, which do not mind in what
     * order they are added up, so stretches of the history are folded side by side, one for each processor.
     */
    static Map<String, Map<AccountKey, Fen>> replay(LoadedNode loaded, long last) {
        EventScan scan = new EventScan(
                new DriverManagerDataSource(
                        loaded.target().url(),
                        loaded.target().user(),
                        loaded.target().password()),
                new EventJson());
        int stretches = Math.max(1, Runtime.getRuntime().availableProcessors());
        List<Stretch> folded = IntStream.range(0, stretches)
                .parallel()
                .mapToObj(i -> {
                    Stretch stretch = new Stretch();
                    scan.each(last * i / stretches + 1, last * (i + 1) / stretches, stretch::add);
                    return stretch;
                })
                .toList();
        assertThat(folded.stream().mapToLong(stretch -> stretch.events).sum()).isEqualTo(last);
        Map<String, Map<AccountKey, Fen>> balances = new HashMap<>();
        folded.forEach(stretch -> stretch.funds.forEach((fund, fold) -> {
            Map<AccountKey, Fen> all = balances.computeIfAbsent(fund, key -> new HashMap<>());
            fold.result()
                    .forEach(balance ->
                            all.merge(new AccountKey(balance.account(), balance.sub()), balance.amount(), Fen::plus));
        }));
        return balances;
    }

    /** One stretch of the history, on one thread. */
    private static final class Stretch {
        private final Map<String, BalanceFold> funds = new HashMap<>();
        private long events;

        void add(Recorded recorded) {
            events++;
            if (recorded instanceof RecordedEvent ofFund) {
                add(ofFund);
            }
        }

        private void add(RecordedEvent recorded) {
            Entry entry = Postings.of(recorded.event());
            if (!entry.lines().isEmpty()) {
                funds.computeIfAbsent(recorded.event().fund(), fund -> new BalanceFold())
                        .add(entry);
            }
        }
    }
}
