package coop.laborfund.projections.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.projections.TestDatabase;
import coop.laborfund.projections.fact.Projection;
import coop.laborfund.projections.fact.Projections;
import coop.laborfund.projections.rebuild.RebuildProgress.Stage;
import coop.laborfund.projections.store.ProjectionWriter;
import coop.laborfund.projections.testing.RandomHistory;
import coop.laborfund.projections.testing.TestHistory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** New tables with the same rows, exchanged at once, whatever happens on the way. */
class RebuildTest {

    private static final long SEED = Long.getLong("laborfund.seed", 20_261_125L);

    private static final Projection JOURNAL = Projections.named("journal").orElseThrow();
    private static final Projection LABOR = Projections.named("labor").orElseThrow();

    private final TestHistory history = RandomHistory.of(SEED, 1_500);
    private final DataSource database = TestDatabase.with(history);
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final ProjectionWriter writer = new ProjectionWriter(database, history);

    static List<Long> seeds() {
        return List.of(1L, 2L, new Random().nextLong());
    }

    private RebuildResult rebuild(List<Projection> projections, RebuildProgress progress) {
        return new Rebuild(database, history, 2).run(projections, progress);
    }

    private static Map<String, List<String>> rows(DataSource database) {
        Map<String, List<String>> rows = new TreeMap<>();
        Projections.ALL.forEach(projection -> rows.putAll(TestDatabase.rows(database, projection)));
        return rows;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void writesTheRowsThatFollowingTheHistoryWrote(long seed) {
        TestHistory random = RandomHistory.of(seed, 2_500);
        DataSource followed = TestDatabase.with(random);
        Map<String, List<String>> before = rows(followed);
        RebuildResult result = new Rebuild(followed, random, 2).run(Projections.ALL, RebuildProgress.NONE);
        assertThat(rows(followed)).as("seed %d", seed).isEqualTo(before);
        assertThat(result)
                .isEqualTo(new RebuildResult(
                        random.lastPosition(),
                        0,
                        before.values().stream().mapToLong(List::size).sum()));
        assertThat(Catalogue.leftovers(followed)).isEmpty();
    }

    @Test
    void repairsRowsThatWereDamagedAndTouchesNoOtherProjection() {
        Map<String, List<String>> before = rows(database);
        jdbc.execute("delete from journal_line where line > 0");
        jdbc.execute("delete from wage");
        rebuild(List.of(JOURNAL), RebuildProgress.NONE);
        assertThat(TestDatabase.rows(database, JOURNAL).get("journal_line")).isEqualTo(before.get("journal_line"));
        assertThat(TestDatabase.rows(database, LABOR).get("wage")).isEmpty();
        rebuild(List.of(LABOR), RebuildProgress.NONE);
        assertThat(rows(database)).isEqualTo(before);
    }

    @Test
    void leavesTheTablesAsTheMigrationMadeThem() {
        rebuild(Projections.ALL, RebuildProgress.NONE);
        assertThat(Catalogue.of(database)).isEqualTo(Catalogue.of(TestDatabase.fresh()));
    }

    @Test
    void leavesTheRightsOfOthersAsTheyWere() {
        jdbc.execute("create role reader");
        jdbc.execute("grant select, insert on wage, movement to reader with grant option");
        Map<String, List<List<String>>> before = Catalogue.of(database);
        rebuild(Projections.ALL, RebuildProgress.NONE);
        assertThat(Catalogue.of(database)).isEqualTo(before);
        jdbc.execute("drop owned by reader");
        jdbc.execute("drop role reader");
    }

    @Test
    void whatIsRecordedMeanwhileIsThereAtOnce() {
        AtomicInteger more = new AtomicInteger();
        rebuild(Projections.ALL, (stage, done, total) -> {
            if (more.getAndIncrement() < 5) {
                history.invest("2024-01-01", "H1", "1.00");
                Projections.ALL.forEach(writer::catchUp);
            }
        });
        Map<String, List<String>> rebuilt = rows(database);
        assertThat(writer.progress(JOURNAL)).isEqualTo(history.lastPosition());
        assertThat(rebuilt).isEqualTo(rows(TestDatabase.with(history)));
        assertThat(rebuilt.get("movement")).hasSize(history.events().size());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"FOLDING, 1", "INDEXING, 1", "INDEXING, 12", "SWAPPING, 0"})
    void oneThatWasKilledIsCompletedByTheNext(Stage stage, long at) {
        Map<String, List<String>> before = rows(database);
        assertThatThrownBy(() -> rebuild(Projections.ALL, killing(stage, at))).isInstanceOf(RuntimeException.class);
        assertThat(rows(database)).isEqualTo(before);

        history.invest("2024-01-01", "H1", "1.00");
        RebuildResult result = rebuild(Projections.ALL, RebuildProgress.NONE);

        assertThat(result.kept()).isEqualTo(history.lastPosition() - 1);
        assertThat(rows(database)).isEqualTo(rows(TestDatabase.with(history)));
        assertThat(Catalogue.leftovers(database)).isEmpty();
    }

    /** Takes all of a rebuild's sessions away, as the server does with those of a process that is gone. */
    private RebuildProgress killing(Stage stage, long at) {
        return (now, done, total) -> {
            if (now == stage && done >= at) {
                jdbc.queryForList(
                        "select pg_terminate_backend(pid) from pg_stat_activity"
                                + " where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'");
                throw new IllegalStateException("killed");
            }
        };
    }

    @Test
    void oneOfAnotherFormIsBegunAnew() {
        assertThatThrownBy(() -> rebuild(Projections.ALL, killing(Stage.INDEXING, 1)))
                .isInstanceOf(RuntimeException.class);
        jdbc.execute("update rebuild.run set form = 'of an older program' where projection = 'journal'");
        jdbc.execute("insert into rebuild.run values ('of-an-older-program', '')");
        jdbc.execute("create table rebuild.of_an_older_program ()");
        RebuildResult result = rebuild(List.of(JOURNAL), RebuildProgress.NONE);
        assertThat(result.kept()).isZero();
        assertThat(jdbc.queryForObject("select to_regclass('rebuild.of_an_older_program') is null", Boolean.class))
                .isTrue();
        rebuild(Projections.ALL, RebuildProgress.NONE);
        assertThat(Catalogue.leftovers(database)).isEmpty();
    }

    @Test
    void oneForTablesOfAnotherShapeIsBegunAnew() {
        assertThatThrownBy(() -> rebuild(List.of(LABOR), killing(Stage.SWAPPING, 0)))
                .isInstanceOf(RuntimeException.class);
        jdbc.execute("create index wage_worker on wage (fund, worker)");
        Map<String, List<List<String>>> before = Catalogue.of(database);
        assertThat(rebuild(List.of(LABOR), RebuildProgress.NONE).kept()).isZero();
        assertThat(Catalogue.of(database)).isEqualTo(before);
        jdbc.execute("drop index wage_worker");
    }

    @Test
    void twoExcludeEachOther() {
        assertThat(rebuild(List.of(LABOR), (stage, done, total) -> {
                            if (stage == Stage.SWAPPING) {
                                assertThatThrownBy(() -> rebuild(List.of(JOURNAL), RebuildProgress.NONE))
                                        .isInstanceOf(RebuildRefusedException.class)
                                        .hasMessageContaining("under way");
                            }
                        })
                        .position())
                .isEqualTo(history.lastPosition());
    }

    @Test
    void aReaderThatHoldsTheTablesIsWaitedForAndHoldsNobodyUp() throws SQLException {
        AtomicInteger attempts = new AtomicInteger();
        try (Connection reader = database.getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select * from wage");
            rebuild(List.of(LABOR), (stage, done, total) -> {
                if (stage == Stage.SWAPPING && attempts.incrementAndGet() == 2) {
                    rollback(reader);
                }
            });
        }
        assertThat(attempts).hasValue(2);
        assertThat(Catalogue.leftovers(database)).isEmpty();
    }

    private static void rollback(Connection reader) {
        try {
            reader.rollback();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void readersInALoopSeeTheOldTablesOrTheNew() throws Exception {
        long all = history.lastPosition();
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Long>> readers =
                    List.of(threads.submit(() -> readUntil(end, all)), threads.submit(() -> readUntil(end, all)));
            for (int i = 0; i < 4; i++) {
                rebuild(Projections.ALL, RebuildProgress.NONE);
            }
            end.countDown();
            for (Future<Long> reader : readers) {
                assertThat(reader.get()).isGreaterThan(10);
            }
        }
    }

    /** By statements that the driver and the server keep prepared, over all exchanges. */
    private long readUntil(CountDownLatch end, long all) throws SQLException {
        long reads = 0;
        try (Connection connection = database.getConnection();
                var count = connection.prepareStatement(
                        "select count(*), (select min(position) from projection_progress) from movement")) {
            while (end.getCount() > 0) {
                try (var answer = count.executeQuery()) {
                    answer.next();
                    assertThat(answer.getLong(1)).isEqualTo(all);
                    assertThat(answer.getLong(2)).isEqualTo(all);
                }
                reads++;
            }
        }
        return reads;
    }
}
