package coop.laborfund.projections.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.ledger.door.HistoryCutException;
import coop.laborfund.ledger.event.Recorded;
import coop.laborfund.projections.ReadModels;
import coop.laborfund.projections.TestDatabase;
import coop.laborfund.projections.fact.History;
import coop.laborfund.projections.fact.Projection;
import coop.laborfund.projections.fact.Projections;
import coop.laborfund.projections.query.Balances;
import coop.laborfund.projections.testing.RandomHistory;
import coop.laborfund.projections.testing.TestHistory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a question sees, however far the read tables have got. */
class ReadBarrierTest {

    private final DataSource database = TestDatabase.empty();

    @Test
    void aReaderFoldsTheFewThatTheTablesLackAndWritesNone() {
        TestHistory history = RandomHistory.of(7, 900);
        ProjectionWriter writer = new ProjectionWriter(database, history);
        ReadModels models = models(history, writer, true, Duration.ofSeconds(5));
        Optional<Balances> fromEventsAlone = models.balances(RandomHistory.FUNDS.getFirst(), null, null);
        // Each table as far as another one: what is asked together is seen together.
        long to = 100;
        for (Projection projection : Projections.ALL) {
            writer.advance(projection, to, Duration.ZERO);
            to += 90;
        }
        Optional<Balances> fromBoth = models.balances(RandomHistory.FUNDS.getFirst(), null, null);
        assertThat(progress()).containsEntry("journal", 100L);
        Projections.ALL.forEach(writer::catchUp);
        Optional<Balances> fromTables = models.balances(RandomHistory.FUNDS.getFirst(), null, null);
        assertThat(fromTables).isPresent();
        assertThat(fromEventsAlone).isEqualTo(fromTables);
        assertThat(fromBoth).isEqualTo(fromTables);
    }

    @Test
    void whereMuchIsLackingAReaderWritesTheTablesIfNobodyElseDoes() {
        TestHistory history = RandomHistory.of(7, 3 * ReadBarrier.MOST_FOLDED);
        ProjectionWriter writer = new ProjectionWriter(database, history);
        assertThat(models(history, writer, false, Duration.ofSeconds(30)).funds())
                .hasSize(2);
        assertThat(progress().get("members")).isEqualTo(history.lastPosition());
    }

    @Test
    void besideAServerAReaderWaitsForItAndWritesNothing() throws InterruptedException {
        TestHistory history = RandomHistory.of(7, 3 * ReadBarrier.MOST_FOLDED);
        ProjectionWriter writer = new ProjectionWriter(database, history);
        assertThatThrownBy(() ->
                        models(history, writer, true, Duration.ofMillis(100)).funds())
                .isInstanceOf(ReadModelsBehindException.class);
        assertThat(progress())
                .allSatisfy((name, position) -> assertThat(position).isZero());
        Thread server = Thread.ofPlatform().start(() -> Projections.ALL.forEach(writer::catchUp));
        assertThat(models(history, writer, true, Duration.ofSeconds(30)).funds())
                .hasSize(2);
        server.join();
    }

    @Test
    void tablesThatShowMoreThanThereIsAreNotRead() {
        TestHistory history = RandomHistory.of(7, 300);
        AtomicLong last = new AtomicLong(300);
        Cut cut = new Cut(history, last);
        ProjectionWriter writer = new ProjectionWriter(database, cut);
        writer.catchUp(Projections.ALL.getFirst());
        ReadModels models = models(cut, writer, false, Duration.ofSeconds(5));
        last.set(290);
        assertThatThrownBy(() -> models.balances(RandomHistory.FUNDS.getFirst(), null, null))
                .isInstanceOf(HistoryCutException.class)
                .hasMessageContaining("300")
                .hasMessageContaining("290");
        // Neither what was known earlier, nor by tables that are themselves not ahead.
        assertThatThrownBy(() -> models.balances(RandomHistory.FUNDS.getFirst(), null, 10L))
                .isInstanceOf(HistoryCutException.class);
        assertThatThrownBy(models::funds).isInstanceOf(HistoryCutException.class);
        last.set(300);
        assertThat(models.funds()).hasSize(2);
    }

    /** A history of which less can be had than was there. */
    private record Cut(TestHistory whole, AtomicLong last) implements History {

        @Override
        public long lastPosition() {
            return last.get();
        }

        @Override
        public List<? extends Recorded> after(long position, int limit) {
            return whole.after(position, limit);
        }
    }

    private ReadModels models(History history, ProjectionWriter writer, boolean served, Duration patience) {
        return new ReadModels(new SqlFacts(database), new ReadBarrier(writer, history, () -> served, patience));
    }

    private Map<String, Long> progress() {
        Map<String, Long> progress = new TreeMap<>();
        JdbcClient.create(database)
                .sql("select name, position from projection_progress")
                .query(row -> {
                    progress.put(row.getString(1), row.getLong(2));
                });
        return progress;
    }
}
