package coop.laborfund.projections.store;

import coop.laborfund.ledger.event.Recorded;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.projections.fact.History;
import coop.laborfund.projections.fact.Projection;
import java.sql.Connection;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the rows of projections. Rows and progress are one transaction under a lock on the projection's row of
 * progress, and events up to the progress are passed over: each event is written exactly once, however many threads,
 * programs or nodes hand it in. A transaction that is there already is joined. Every method throws Spring's {@code
 * DataAccessException} where the database fails, and {@link TablesAheadException} where rows are there that should not be yet.
 */
public final class ProjectionWriter {

    private final History history;
    private final JdbcTemplate jdbc;
    private final Progress progress;
    private final SqlFacts facts;
    private final TransactionTemplate transaction;

    /** Of its own, beside one that failed. */
    private final TransactionTemplate aside;

    public ProjectionWriter(DataSource dataSource, History history) {
        this.history = history;
        jdbc = new JdbcTemplate(dataSource);
        progress = new Progress(JdbcClient.create(jdbc));
        facts = new SqlFacts(dataSource);
        JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
        transaction = new TransactionTemplate(transactions);
        aside = new TransactionTemplate(transactions);
        aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The last position whose rows are there for everybody to read. */
    public long progress(Projection projection) {
        return progress.read(projection);
    }

    /** How far all of some projections have got, and whichever is ahead of all. */
    Progress.Reach reach(Collection<Projection> projections) {
        return progress.reach(projections);
    }

    /** Brings a projection up to the last position there is, waiting for other writers as long as it takes. */
    public void catchUp(Projection projection) {
        long goal = history.lastPosition();
        long reached = 0;
        while (reached < goal) {
            reached = advance(projection, goal, Duration.ZERO);
        }
    }

    /**
     * Brings a projection a page nearer to a position.
     *
     * @param wait how long to wait for another writer at most, zero for ever; SQL state 55P03 is that of a wait in vain
     * @return the position reached, which another writer may have brought beyond {@code goal}
     */
    long advance(Projection projection, long goal, Duration wait) {
        return explained(
                projection,
                () -> inTransaction(wait, () -> {
                    long reached = progress.lock(projection);
                    return reached < goal ? page(projection, history, reached, goal) : reached;
                }));
    }

    /**
     * Writes what a projection lacks of some consecutive events, and before them what it lacks of the history.
     *
     * @return false where another writer holds the projection (a rebuild, for one): what it does not write is left
     */
    public boolean write(Projection projection, List<? extends Recorded> events) {
        return writeUnlessHeld(
                projection, new Overlay(events, history), events.getLast().position());
    }

    /**
     * Brings a projection up to the last position there is.
     *
     * @return false where another writer holds the projection
     */
    public boolean catchUpUnlessHeld(Projection projection) {
        return writeUnlessHeld(projection, history, history.lastPosition());
    }

    private boolean writeUnlessHeld(Projection projection, History events, long goal) {
        Optional<Long> reached = Optional.of(-1L);
        while (reached.isPresent() && reached.get() < goal) {
            reached = explained(
                    projection,
                    () -> inTransaction(
                            Duration.ZERO,
                            () -> progress.lockUnlessHeld(projection)
                                    .map(at -> at < goal ? page(projection, events, at, goal) : at)));
        }
        return reached.isPresent();
    }

    /** A row that is there already was written before, whatever the progress says. */
    private <T> T explained(Projection projection, Supplier<T> writing) {
        try {
            return writing.get();
        } catch (DuplicateKeyException there) {
            throw aside.execute(status -> ahead(projection, there));
        }
    }

    /** What it means that a row was there already. */
    private RuntimeException ahead(Projection projection, DuplicateKeyException there) {
        long reached = progress.read(projection);
        long rows = projection.facts().stream().mapToLong(facts::last).max().orElse(0);
        return rows > reached ? new TablesAheadException(projection, reached, rows, there) : there;
    }

    /** Writes the rows of a page of events, and the progress with them; returns the position reached. */
    private long page(Projection projection, History events, long after, long goal) {
        List<? extends Recorded> page = events.after(after, Math.toIntExact(Math.min(History.PAGE, goal - after)));
        requireNoGap(page, after);
        RowCopy rows = new RowCopy();
        for (Recorded recorded : page) {
            if (recorded instanceof RecordedEvent event) {
                projection.rows(event).forEach(rows::add);
            }
        }
        jdbc.execute((Connection connection) -> rows.into(connection));
        long reached = page.getLast().position();
        progress.save(projection, reached);
        return reached;
    }

    /** An event passed over here would be missing for ever, since the progress would be beyond it. */
    private static void requireNoGap(List<? extends Recorded> page, long after) {
        long next = after + 1;
        for (Recorded recorded : page) {
            if (recorded.position() != next) {
                throw History.lacking(next);
            }
            next++;
        }
        if (page.isEmpty()) {
            throw History.lacking(next);
        }
    }

    private <T> T inTransaction(Duration wait, Supplier<T> work) {
        return transaction.execute(status -> {
            // A commit that a crash forgets loses nothing: rows and progress go together, and are folded again.
            jdbc.execute("set local synchronous_commit = off");
            jdbc.execute("set local lock_timeout = " + wait.toMillis());
            return work.get();
        });
    }

    /** A history that has some events at hand, so that what was just recorded is not read again. */
    private record Overlay(List<? extends Recorded> events, History rest) implements History {

        @Override
        public long lastPosition() {
            return Math.max(rest.lastPosition(), events.getLast().position());
        }

        @Override
        public List<? extends Recorded> after(long position, int limit) {
            long known = position + 1 - events.getFirst().position();
            if (known < 0 || known >= events.size()) {
                return rest.after(position, limit);
            }
            int from = Math.toIntExact(known);
            return events.subList(from, Math.min(events.size(), from + limit));
        }
    }
}
