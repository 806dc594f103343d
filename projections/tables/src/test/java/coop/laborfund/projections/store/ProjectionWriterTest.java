package coop.laborfund.projections.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.Recorded;
import coop.laborfund.ledger.event.RecordedElsewhere;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.TestDatabase;
import coop.laborfund.projections.fact.Fact;
import coop.laborfund.projections.fact.History;
import coop.laborfund.projections.fact.Journal.JournalLine;
import coop.laborfund.projections.fact.Projection;
import coop.laborfund.projections.fact.Projections;
import coop.laborfund.projections.testing.RandomHistory;
import coop.laborfund.projections.testing.TestHistory;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Exactly once by position, whoever writes and whatever fails. */
class ProjectionWriterTest {

    private static final Projection JOURNAL = Projections.named("journal").orElseThrow();

    private final TestHistory history = RandomHistory.of(7, 3_000);
    private final DataSource database = TestDatabase.empty();
    private final ProjectionWriter writer = new ProjectionWriter(database, history);

    private List<RecordedEvent> events(int from, int to) {
        return history.events().subList(from - 1, to);
    }

    private Map<String, List<String>> rows() {
        return TestDatabase.rows(database, JOURNAL);
    }

    @Test
    void aBatchGivenTwiceIsWrittenOnce() {
        writer.write(JOURNAL, events(1, 500));
        Map<String, List<String>> once = rows();
        writer.write(JOURNAL, events(1, 500));
        writer.write(JOURNAL, events(200, 400));
        assertThat(rows()).isEqualTo(once);
        assertThat(writer.progress(JOURNAL)).isEqualTo(500);
    }

    @Test
    void whatABatchIsMissingBeforeItIsReadFromTheHistory() {
        writer.write(JOURNAL, events(2_500, 2_600));
        assertThat(writer.progress(JOURNAL)).isEqualTo(2_600);
        writer.catchUp(JOURNAL);
        Map<String, List<String>> written = rows();
        TestDatabase.rebuild(database, history, JOURNAL);
        assertThat(rows()).isEqualTo(written);
    }

    @Test
    void aBatchWithAGapIsRefusedAsAWhole() {
        writer.write(JOURNAL, events(1, 500));
        Map<String, List<String>> before = rows();
        List<RecordedEvent> gap = new ArrayList<>(events(501, 600));
        gap.remove(50);
        assertThatThrownBy(() -> writer.write(JOURNAL, gap))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("position 551");
        assertThat(rows()).isEqualTo(before);
        assertThat(writer.progress(JOURNAL)).isEqualTo(500);
        writer.write(JOURNAL, events(501, 600));
        assertThat(writer.progress(JOURNAL)).isEqualTo(600);
    }

    @Test
    void whatIsNoFundsIsPassedOverAndCounted() {
        List<Recorded> mixed = new ArrayList<>(events(1, 20));
        mixed.set(10, new RecordedElsewhere(11));
        mixed.set(19, new RecordedElsewhere(20));
        writer.write(JOURNAL, mixed);
        assertThat(writer.progress(JOURNAL)).isEqualTo(20);
        Map<String, List<String>> written = rows();
        assertThat(written.get("movement")).hasSize(18);

        History ofBothKinds = new History() {
            @Override
            public long lastPosition() {
                return 20;
            }

            @Override
            public List<? extends Recorded> after(long position, int limit) {
                return mixed.stream().skip(position).limit(limit).toList();
            }
        };
        TestDatabase.rebuild(database, ofBothKinds, JOURNAL);
        assertThat(rows()).isEqualTo(written);
        assertThat(writer.progress(JOURNAL)).isEqualTo(20);
    }

    @Test
    void racingWritersWriteOnce() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> racers = List.of(
                    threads.submit(() -> race(start)),
                    threads.submit(() -> race(start)),
                    threads.submit(() -> {
                        start.await();
                        writer.catchUp(JOURNAL);
                        return null;
                    }),
                    threads.submit(() -> {
                        start.await();
                        TestDatabase.rebuild(database, history, JOURNAL);
                        return null;
                    }));
            start.countDown();
            for (Future<?> racer : racers) {
                racer.get();
            }
        }
        writer.catchUp(JOURNAL);
        Map<String, List<String>> raced = rows();
        TestDatabase.rebuild(database, history, JOURNAL);
        assertThat(rows()).isEqualTo(raced);
        assertThat(raced.get("movement")).hasSize(history.events().size());
    }

    private Void race(CountDownLatch start) throws InterruptedException {
        start.await();
        for (int from = 1; from + 49 <= history.events().size(); from += 50) {
            writer.write(JOURNAL, events(from, from + 49));
        }
        return null;
    }

    @Test
    void rowsBeyondTheirProgressAreExplainedAlsoWithinATransactionOfSomebodyElse() {
        writer.write(JOURNAL, events(1, 100));
        JdbcClient.create(database)
                .sql("update projection_progress set position = 90 where name = 'journal'")
                .update();
        assertThatThrownBy(() -> writer.write(JOURNAL, events(91, 110)))
                .isInstanceOf(TablesAheadException.class)
                .hasMessageContaining("90")
                .hasMessageContaining("100")
                .hasMessageContaining("rebuild journal");
        TransactionTemplate outer = new TransactionTemplate(new JdbcTransactionManager(database));
        assertThatThrownBy(() -> outer.executeWithoutResult(status -> writer.write(JOURNAL, events(91, 110))))
                .isInstanceOf(TablesAheadException.class);
        assertThatThrownBy(() -> writer.catchUp(JOURNAL)).isInstanceOf(TablesAheadException.class);
        TestDatabase.rebuild(database, history, JOURNAL);
        assertThat(writer.progress(JOURNAL)).isEqualTo(history.lastPosition());
    }

    @Test
    void aFailureTakesRowsAndProgressBackTogether() {
        writer.write(JOURNAL, events(1, 100));
        Map<String, List<String>> before = rows();
        assertThatThrownBy(() -> writer.write(new Failing(), events(101, 200))).isInstanceOf(DataAccessException.class);
        assertThat(rows()).isEqualTo(before);
        assertThat(writer.progress(JOURNAL)).isEqualTo(100);
        writer.write(JOURNAL, events(101, 200));
        assertThat(writer.progress(JOURNAL)).isEqualTo(200);
    }

    /**
     * The journal, with a line twice at position 150: its movements have gone in when the database refuses the lines.
     */
    private static final class Failing implements Projection {

        @Override
        public String name() {
            return JOURNAL.name();
        }

        @Override
        public List<Class<? extends Fact>> facts() {
            return JOURNAL.facts();
        }

        @Override
        public List<Class<? extends FundEvent>> events() {
            return JOURNAL.events();
        }

        @Override
        public List<Fact> rows(RecordedEvent recorded) {
            List<Fact> rows = new ArrayList<>(JOURNAL.rows(recorded));
            if (recorded.position() == 150) {
                JournalLine line = new JournalLine(rows.getFirst().head(), 0, "102", "", Fen.of(1));
                rows.add(line);
                rows.add(line);
            }
            return rows;
        }
    }

    @Test
    void aProjectionThatIsHeldIsLeftAloneByTheServerAndWaitedForByAReader() throws Exception {
        ReadBarrier barrier = new ReadBarrier(writer, history, () -> false, Duration.ofMillis(200));
        try (Connection holder = database.getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select * from projection_progress where name = 'journal' for update");
            writerElsewhere().write(JOURNAL, events(1, 100));
            assertThatThrownBy(() -> barrier.await(100, List.of(JOURNAL)))
                    .isInstanceOf(ReadModelsBehindException.class)
                    .hasMessageContaining("journal");
            holder.rollback();
        }
        assertThat(writer.progress(JOURNAL)).isZero();
        barrier.await(100, List.of(JOURNAL));
        assertThat(writer.progress(JOURNAL)).isEqualTo(100);
    }

    private ProjectionWriter writerElsewhere() {
        return new ProjectionWriter(database, history);
    }
}
