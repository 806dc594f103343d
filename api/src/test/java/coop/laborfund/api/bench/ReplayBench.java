package coop.laborfund.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.json.EventJson;
import coop.laborfund.projections.query.Replay;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A full replay to balances in memory, beside one cursor over the same events with Jackson on one thread. */
class ReplayBench {

    private static final int EVENTS = Integer.getInteger("laborfund.bench.events", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("laborfund.bench.rounds", 3);
    private static final double LEAST = 1.2;

    @Test
    void replaysToBalances() throws Exception {
        try (LoadedNode loaded = LoadedNode.with(EVENTS)) {
            DataSource database = new DriverManagerDataSource(
                    loaded.target().url(),
                    loaded.target().user(),
                    loaded.target().password());
            long last = loaded.node().history().lastPosition();
            Medians medians = new Medians();
            for (int round = 0; round < ROUNDS; round++) {
                medians.add("cursor ms", millis(() -> cursor(database)));
                medians.add("replay ms", millis(() -> {
                    Replay replayed = Replay.of(database, new EventJson(), last);
                    assertThat(replayed.events()).isEqualTo(last);
                    return replayed.events();
                }));
            }
            medians.print();
            BenchReport report = new BenchReport("replay");
            report.ratio(
                    "全部重放成余额 · full replay to balances, %,d events".formatted(last),
                    "one cursor with Jackson, one thread",
                    medians.of("cursor ms") / medians.of("replay ms"),
                    LEAST);
            report.close();
        }
    }

    private static long cursor(DataSource database) throws Exception {
        EventJson json = new EventJson();
        long count = 0;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement select = connection.prepareStatement(
                    "select position, type, revision, recorded_at, payload from event order by position")) {
                select.setFetchSize(1_000);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        RecordedEvent event = new RecordedEvent(
                                rows.getLong(1),
                                0,
                                rows.getTimestamp(4).toInstant(),
                                json.read(rows.getLong(1), rows.getString(2), rows.getInt(3), rows.getString(5)));
                        count += event.event().ref().isEmpty() ? 0 : 1;
                    }
                }
            }
        }
        return count;
    }

    private static double millis(Callable<Long> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1e6;
    }
}
