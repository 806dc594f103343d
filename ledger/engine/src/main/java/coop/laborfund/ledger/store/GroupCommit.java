package coop.laborfund.ledger.store;

import coop.laborfund.ledger.door.DatabaseFailedException;
import coop.laborfund.ledger.door.HistoryCutException;
import coop.laborfund.ledger.door.LedgerBusyException;
import coop.laborfund.ledger.door.OutcomeUnknownException;
import coop.laborfund.ledger.store.EventAppender.Written;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects the appends that come while a transaction is under way and commits them together in the next; nobody is answered before
 * that commit. One thread writes, on one connection.
 */
final class GroupCommit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    /** How long the outcome of a commit is sought after its connection was lost. */
    private static final Duration OUTCOME_PATIENCE = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(200);

    /** The status of a program that fails in itself. */
    private static final int HALTED = 70;

    private static final String UNIQUE_VIOLATION = "23505";

    private static final String FIND =
            "select position from event where kind = ? and fund = ? and sequence = ? and event_id = ?";

    private final DataSource dataSource;
    private final EventAppender appender;
    private final AppendQueue queue = new AppendQueue();
    private final Thread writer;

    /** The writer's alone. */
    private @Nullable Connection connection;

    /** The one behind the connection, or behind the last one. */
    private @Nullable Backend backend;

    GroupCommit(DataSource dataSource) {
        this(dataSource, ChainedEvent::of);
    }

    GroupCommit(DataSource dataSource, Chaining chaining) {
        this(dataSource, chaining, null, new ClockGuard());
    }

    /**
     * @param simulated whose instants a sample's events bear; null for the database's own
     * @param guard of the database's
     */
    GroupCommit(DataSource dataSource, Chaining chaining, @Nullable Clock simulated, ClockGuard guard) {
        this.appender = new EventAppender(chaining, simulated, guard);
        this.dataSource = dataSource;
        this.writer = Thread.ofPlatform()
                .name("event-writer")
                .daemon()
                .uncaughtExceptionHandler(GroupCommit::end)
                .start(this::work);
    }

    /**
     * Appends all of the events or none; returns once they are committed.
     *
     * @return the last one's position
     * @throws AppendConflictException where a stream's sequence or a ref is taken
     * @throws LedgerBusyException where too much is waiting
     * @throws coop.laborfund.ledger.door.ClockUntrustedException where the clock cannot be right, and nobody stands in for it
     * @throws HistoryCutException where events at the end of the history are gone
     * @throws OutcomeUnknownException where the database was lost at the commit, or its answer was, and nothing could be found out
     * @throws DatabaseFailedException where the database fails otherwise; nothing was recorded
     */
    long append(List<NewEvent> events) {
        Append append = new Append(events);
        queue.add(append);
        try {
            return append.result().get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while events were being recorded", stop);
        }
    }

    /** Takes down that the history was seen to reach a position, by whoever saw it. */
    void reached(long position) {
        appender.reached(position);
    }

    private void work() {
        while (takeAndCommit()) {
            // The thread lives on whatever happens.
        }
        discardConnection();
    }

    /** False once nothing more will come. */
    private boolean takeAndCommit() {
        List<Append> group = new ArrayList<>();
        try {
            queue.takeInto(group);
            if (group.isEmpty()) {
                return false;
            }
            commit(group, true);
        } catch (RuntimeException | Error failed) {
            // Nobody is left waiting, here or, for the lock, at another node.
            LOG.error("an append failed", failed);
            appender.forget();
            List<Append> missing = appender.mayHaveCommitted() ? settleAfter(failed, group) : group;
            discardConnection();
            fail(missing, new IllegalStateException("an append failed", failed));
        }
        return true;
    }

    /** What is still to be read on the connection nobody knows: it is not used again, not by the pool either. */
    private List<Append> settleAfter(Throwable failed, List<Append> group) {
        try {
            if (connection != null) {
                connection.abort(Runnable::run);
            }
            discardConnection();
            return settle(group, failed);
        } catch (SQLException | RuntimeException | Error again) {
            failed.addSuppressed(again);
            fail(group, new OutcomeUnknownException(failed));
            return List.of();
        }
    }

    /** Where not even that can be done, recording would hang for ever and look alive: the program ends, and is started again. */
    private static void end(Thread writer, Throwable failed) {
        System.err.println("账本的写入线程无法继续,程序结束。 The ledger's writer cannot go on; the program ends. " + failed);
        Runtime.getRuntime().halt(HALTED);
    }

    /** @param again whether what is known not to have been recorded may be appended once more */
    private void commit(List<Append> group, boolean again) {
        Connection open;
        try {
            open = connection();
        } catch (SQLException unreachable) {
            fail(group, failure(unreachable));
            return;
        }
        try {
            answer(appender.append(group, open));
        } catch (HistoryCutException cut) {
            LOG.error("nothing is recorded: {}", cut.getMessage());
            rollback();
            fail(group, cut);
        } catch (SQLException failed) {
            appender.forget();
            if (isLost(failed)) {
                discardConnection();
                List<Append> missing = appender.mayHaveCommitted() ? settle(group, failed) : group;
                appendAgain(missing, failed, again);
            } else {
                rollback();
                refuse(group, failed, again);
            }
        }
    }

    /** A connection that died while nobody used it, or with a server that was restarted, is nothing to trouble a caller with. */
    private void appendAgain(List<Append> missing, SQLException failed, boolean again) {
        if (again && !missing.isEmpty()) {
            commit(missing, false);
        } else {
            fail(missing, failure(failed));
        }
    }

    private static void answer(Written outcome) {
        outcome.written().forEach((append, position) -> append.result().complete(position));
        outcome.refused().forEach((append, reason) -> append.result().completeExceptionally(reason));
    }

    /** What the database refuses is tried once more by itself, so that it fails nobody else. */
    private void refuse(List<Append> group, SQLException failed, boolean again) {
        if (group.size() > 1) {
            group.forEach(append -> commit(List.of(append), again));
        } else if (UNIQUE_VIOLATION.equals(failed.getSQLState())) {
            fail(group, new AppendConflictException("a ref or a reversal is taken"));
        } else {
            fail(group, failure(failed));
        }
    }

    private static void fail(List<Append> group, RuntimeException failure) {
        group.forEach(append -> append.result().completeExceptionally(failure));
    }

    /** Whether nobody can tell from here if a transaction was committed. */
    private boolean isLost(SQLException failed) {
        String state = failed.getSQLState();
        if (connection == null || state == null) {
            return true;
        }
        try {
            return state.startsWith("08") || state.startsWith("57P") || connection.isClosed();
        } catch (SQLException gone) {
            return true;
        }
    }

    /**
     * The connection was lost, perhaps on the way back from a commit, or what came back on it: looks up what landed, and answers it. Its server process is
     * ended first: it may not have begun yet with what it was sent, and would write what is taken for missing.
     *
     * @return what is certain not to have been recorded; empty also where nothing could be found out, which the callers were told
     */
    private List<Append> settle(List<Append> group, Throwable failed) {
        Backend lost = Objects.requireNonNull(backend);
        long deadline = System.nanoTime() + OUTCOME_PATIENCE.toNanos();
        while (true) {
            try {
                Connection open = connection();
                lost.end(open);
                return lookUp(group, open);
            } catch (SQLException again) {
                discardConnection();
                if (System.nanoTime() > deadline || queue.isClosed()) {
                    failed.addSuppressed(again);
                    fail(group, new OutcomeUnknownException(failed));
                    return List.of();
                }
                pause();
            }
        }
    }

    /** Answers what landed and returns the rest. */
    private static List<Append> lookUp(List<Append> group, Connection connection) throws SQLException {
        Map<Append, Long> landed = new HashMap<>();
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            for (Append append : group) {
                NewEvent last = append.events().getLast();
                find.setString(1, last.stream().kind());
                find.setString(2, last.stream().id());
                find.setLong(3, last.sequence());
                find.setObject(4, last.eventId());
                try (ResultSet row = find.executeQuery()) {
                    if (row.next()) {
                        landed.put(append, row.getLong(1));
                    }
                }
            }
        }
        connection.commit();
        landed.forEach((append, position) -> append.result().complete(position));
        return group.stream().filter(append -> !landed.containsKey(append)).toList();
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = dataSource.getConnection();
            try {
                prepare(open);
            } catch (SQLException failed) {
                open.close();
                throw failed;
            }
            connection = open;
        }
        return open;
    }

    private void prepare(Connection open) throws SQLException {
        try (Statement settings = open.createStatement()) {
            // Plans made for the arrays at hand look cheaper than general ones, and cost more to make than to run.
            settings.execute("set plan_cache_mode = force_generic_plan");
        }
        open.setAutoCommit(false);
        backend = Backend.of(open);
    }

    private void rollback() {
        try {
            if (connection != null) {
                connection.rollback();
            }
        } catch (SQLException lost) {
            discardConnection();
        }
    }

    private void discardConnection() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try (open) {
                if (!open.isClosed()) {
                    open.rollback();
                    open.setAutoCommit(true);
                    try (Statement settings = open.createStatement()) {
                        settings.execute("reset plan_cache_mode");
                    }
                }
            } catch (SQLException lost) {
                LOG.debug("a lost connection was let go of", lost);
            }
        }
    }

    private static DatabaseFailedException failure(SQLException failed) {
        return Database.failure("append events", null, failed);
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes in nothing more, and returns when what waits is written. */
    @Override
    public void close() {
        queue.close();
        try {
            writer.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
