package coop.laborfund.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.ledger.door.DatabaseFailedException;
import coop.laborfund.ledger.door.LedgerBusyException;
import coop.laborfund.ledger.door.OutcomeUnknownException;
import coop.laborfund.ledger.event.StreamKind;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The writer and those who wait for it. */
@Timeout(60)
class GroupCommitTest {

    private static final int ROOM = 4_096;

    private final DataSource database = TestDatabase.create();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final GroupCommit commit = new GroupCommit(database);

    @AfterEach
    void stop() {
        commit.close();
        callers.shutdownNow();
    }

    private static List<NewEvent> events(String fund, String payload) {
        return List.of(new NewEvent(
                StreamKind.FUND.of(fund),
                0,
                UUID.randomUUID(),
                "OtherIncomeReceived",
                1,
                "tester",
                "V1",
                null,
                payload,
                "{}"));
    }

    /** A fund's event of a sequence, whose ref is the sequence's unless said otherwise. */
    private static List<NewEvent> next(String fund, long sequence, String ref) {
        return List.of(new NewEvent(
                StreamKind.FUND.of(fund),
                sequence,
                UUID.randomUUID(),
                "OtherIncomeReceived",
                1,
                "tester",
                ref,
                null,
                "{}",
                "{}"));
    }

    /** So that the writer knows how the history ends and that it is alone. */
    private static void warmUp(GroupCommit writer, String fund) {
        for (int sequence = 0; sequence < 3; sequence++) {
            writer.append(next(fund, sequence, "W" + sequence));
        }
    }

    private Future<Long> append(String fund) {
        return append(fund, "{}");
    }

    private Future<Long> append(String fund, String payload) {
        return callers.submit(() -> commit.append(events(fund, payload)));
    }

    /** Another node's transaction, which everybody has to wait for until it is closed. */
    private Connection otherNode() throws SQLException {
        Connection other = database.getConnection();
        other.setAutoCommit(false);
        other.createStatement().execute(EventAppender.LOCK);
        return other;
    }

    private List<Future<Long>> appends(int count) {
        List<Future<Long>> waiting = new ArrayList<>();
        for (int fund = 0; fund < count; fund++) {
            waiting.add(append("F" + fund));
        }
        return waiting;
    }

    @Test
    void whatWaitsIsCommittedTogether() throws Exception {
        List<Future<Long>> waiting;
        try (Connection other = otherNode()) {
            assertThat(other.isClosed()).isFalse();
            waiting = appends(200);
            Thread.sleep(200);
        }
        List<Long> positions = new ArrayList<>();
        for (Future<Long> append : waiting) {
            positions.add(append.get());
        }
        assertThat(positions)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 200).boxed().toList());
        assertThat(jdbc.queryForObject("select count(distinct recorded_at) from event", Long.class))
                .as("transactions")
                .isLessThan(20);
    }

    @Test
    void whatTheDatabaseRefusesFailsNobodyElse() throws Exception {
        Future<Long> refused;
        List<Future<Long>> others;
        try (Connection other = otherNode()) {
            assertThat(other.isClosed()).isFalse();
            others = appends(10);
            refused = append("G", "\u0000");
            others.addAll(List.of(append("H"), append("I")));
            Thread.sleep(200);
        }
        assertThatThrownBy(refused::get).hasCauseInstanceOf(DatabaseFailedException.class);
        for (Future<Long> append : others) {
            assertThat(append.get()).isBetween(1L, 12L);
        }
    }

    @Test
    void aConnectionThatDiedWhileNobodyUsedItTroublesNobody() throws Exception {
        assertThat(append("F1").get()).isEqualTo(1);
        jdbc.query(
                "select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()",
                row -> {});

        assertThat(append("F2").get()).isEqualTo(2);
    }

    @Test
    @SuppressWarnings("NullAway") // The mistake that is to be survived.
    void aMistakeOfOursLetsGoOfTheLock() throws Exception {
        List<NewEvent> broken = List.of(
                new NewEvent(StreamKind.FUND.of("F1"), 0, UUID.randomUUID(), null, 1, "t", "V1", null, "{}", "{}"));
        assertThatThrownBy(() -> commit.append(broken)).isInstanceOf(IllegalStateException.class);
        try (Connection other = otherNode()) {
            assertThat(other.isClosed()).isFalse();
        }
        assertThat(append("F1").get()).isEqualTo(1);
    }

    @Test
    void tooManyAreSentAway() throws Exception {
        List<Future<Long>> waiting;
        try (Connection other = otherNode()) {
            assertThat(other.isClosed()).isFalse();
            waiting = new ArrayList<>(List.of(append("first")));
            Thread.sleep(100);
            waiting.addAll(appends(ROOM));
            Thread.sleep(1_000);
            assertThatThrownBy(() -> commit.append(events("G", "{}"))).isInstanceOf(LedgerBusyException.class);
        }
        for (Future<Long> append : waiting) {
            assertThat(append.get()).isPositive();
        }
    }

    @Test
    void closingLetsWhatWaitsBeWritten() throws Exception {
        List<Future<Long>> waiting;
        Future<?> closing;
        try (Connection other = otherNode()) {
            assertThat(other.isClosed()).isFalse();
            waiting = appends(50);
            Thread.sleep(200);
            closing = callers.submit(commit::close);
            assertThatThrownBy(() -> closing.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            assertThatThrownBy(() -> commit.append(events("G", "{}"))).isInstanceOf(LedgerBusyException.class);
        }
        closing.get();
        for (Future<Long> append : waiting) {
            assertThat(append.get()).isBetween(1L, 50L);
        }
    }

    @Test
    void whereTheOutcomeCannotBeFoundOutThatIsSaid() throws Exception {
        LosingDatabase losing = new LosingDatabase(database);
        try (GroupCommit writer = new GroupCommit(losing)) {
            Future<Long> append = callers.submit(() -> writer.append(events("F1", "{}")));
            while (!losing.lost.get()) {
                Thread.sleep(1);
            }
            assertThatThrownBy(() -> append.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            writer.close();
            assertThatThrownBy(append::get)
                    .cause()
                    .isInstanceOf(OutcomeUnknownException.class)
                    .hasMessageContainingAll("不能确定", "not known");
        }
        assertThat(jdbc.queryForObject("select count(*) from event", Long.class))
                .as("it had landed")
                .isEqualTo(1);
    }

    @Test
    void whatLandedBeforeAnErrorIsAnsweredAsRecorded() {
        AtomicBoolean fails = new AtomicBoolean(true);
        Change failAfterExecute = (method, result) -> {
            if (method.equals("execute") && fails.getAndSet(false)) {
                throw new OutOfMemoryError("of a test");
            }
            return result;
        };
        DataSource failing = new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                return withInserts(super.getConnection(), failAfterExecute);
            }
        };
        try (GroupCommit writer = new GroupCommit(failing)) {
            assertThat(writer.append(events("F1", "{}"))).isEqualTo(1);
            assertThat(writer.append(events("F2", "{}"))).isEqualTo(2);
        }
    }

    @Test
    void twoNodesInTurnWriteOneHistory() {
        try (GroupCommit other = new GroupCommit(database)) {
            warmUp(commit, "F1");
            warmUp(other, "F2");
            long position = 6;
            for (int sequence = 3; sequence < 60; sequence++) {
                // The same node several times in a row, so that it thinks itself alone when the other one comes.
                GroupCommit node = sequence % 8 < 4 ? commit : other;
                String ref = "R" + sequence;
                assertThat(node.append(next("F1", sequence, ref))).isEqualTo(++position);
                assertThat(node.append(next("F2", sequence, ref))).isEqualTo(++position);
                assertThatThrownBy(() -> commit.append(next("F1", 2, "again")))
                        .isInstanceOf(AppendConflictException.class);
            }
        }
        assertThat(jdbc.queryForList("select sequence from event where fund = 'F1' order by position", Long.class))
                .isEqualTo(LongStream.range(0, 60).boxed().toList());
    }

    @Test
    void aRefThatIsTakenIsAConflictAndNobodyElses() throws Exception {
        warmUp(commit, "F1");
        warmUp(commit, "F2");
        Future<Long> refused;
        Future<Long> free;
        try (Connection other = otherNode()) {
            assertThat(other.isClosed()).isFalse();
            refused = callers.submit(() -> commit.append(next("F1", 3, "W1")));
            free = callers.submit(() -> commit.append(next("F2", 3, "V1")));
            Thread.sleep(200);
        }
        assertThatThrownBy(refused::get).hasCauseInstanceOf(AppendConflictException.class);
        assertThat(free.get()).isEqualTo(7);
    }

    @Test
    void whatALostConnectionLeftWaitingIsNotWrittenAfterAll() throws Exception {
        ImpatientDatabase impatient = new ImpatientDatabase(database);
        try (GroupCommit writer = new GroupCommit(impatient)) {
            warmUp(writer, "F1");
            Future<Long> append;
            try (Connection other = otherNode()) {
                assertThat(other.isClosed()).isFalse();
                impatient.losesNext.set(true);
                append = callers.submit(() -> writer.append(next("F1", 3, "V1")));
                while (impatient.losesNext.get()) {
                    Thread.sleep(1);
                }
                Thread.sleep(500);
            }
            assertThat(append.get()).isEqualTo(4);
        }
        assertThat(jdbc.queryForObject("select count(*) from event", Long.class))
                .isEqualTo(4);
    }

    /** Loses a connection while its server process waits for the lock with all that it has to write. */
    private static final class ImpatientDatabase extends DelegatingDataSource {

        private final AtomicBoolean losesNext = new AtomicBoolean();

        ImpatientDatabase(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            // As the program does: a role that may not see what other sessions do, not even its own user's.
            real.createStatement().execute("set role laborfund_app");
            return wrapped(Connection.class, real, (method, result) -> {
                if (!(result instanceof PreparedStatement statement)
                        || !statement.toString().contains("insert into event")
                        || !losesNext.get()) {
                    return result;
                }
                return Proxy.newProxyInstance(
                        PreparedStatement.class.getClassLoader(),
                        new Class<?>[] {PreparedStatement.class},
                        (proxy, called, arguments) -> {
                            if (called.getName().equals("execute")) {
                                Thread.ofVirtual().start(() -> executeInVain(statement));
                                Thread.sleep(100);
                                losesNext.set(false);
                                throw new SQLException("gone", "08006");
                            }
                            return called.invoke(statement, arguments);
                        });
            });
        }

        private static void executeInVain(PreparedStatement statement) {
            try {
                statement.execute();
            } catch (SQLException ended) {
                // Its server process is ended while it waits.
            }
        }
    }

    /** Commits, loses the answer, and is away from then on. */
    private static final class LosingDatabase extends DelegatingDataSource {

        private final AtomicBoolean lost = new AtomicBoolean();

        LosingDatabase(DataSource database) {
            super(database);
        }

        private SQLException away() {
            lost.set(true);
            return new SQLException("gone", "08006");
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (lost.get()) {
                throw away();
            }
            return withInserts(super.getConnection(), this::loseAfterExecute);
        }

        private Object loseAfterExecute(String method, Object result) throws SQLException {
            if (method.equals("execute")) {
                throw away();
            }
            return result;
        }
    }

    /** @param change of what the statements answer that write events */
    private static Connection withInserts(Connection real, Change change) {
        return wrapped(Connection.class, real, (method, result) -> {
            boolean append = result instanceof PreparedStatement statement
                    && statement.toString().contains("insert into event");
            return append ? wrapped(PreparedStatement.class, result, change) : result;
        });
    }

    /** What becomes of a method's result. */
    private interface Change {
        Object of(String method, Object result) throws SQLException;
    }

    private static <T> T wrapped(Class<T> type, Object real, Change change) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return change.of(method.getName(), method.invoke(real, arguments));
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }
}
