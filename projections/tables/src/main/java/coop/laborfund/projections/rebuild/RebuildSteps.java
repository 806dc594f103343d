package coop.laborfund.projections.rebuild;

import coop.laborfund.ledger.door.HistoryCutException;
import coop.laborfund.projections.fact.History;
import coop.laborfund.projections.fact.Projection;
import coop.laborfund.projections.fact.Projections;
import coop.laborfund.projections.rebuild.RebuildProgress.Stage;
import coop.laborfund.projections.store.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One rebuild, step by step; each may be the last before a crash, and is done again where it was not committed. */
final class RebuildSteps {

    /** So few events may be left to the exchange, during which the tables are not written. */
    private static final long TAIL = 1_000;

    private final History history;
    private final Workers workers;
    private final List<Projection> chosen;
    private final RebuildProgress progress;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RebuildRuns runs;
    private final NewTables tables;
    private final Progress live;
    private final AtomicLong rows = new AtomicLong();

    RebuildSteps(
            DataSource owner, History history, Workers workers, List<Projection> chosen, RebuildProgress progress) {
        this.history = history;
        this.workers = workers;
        this.chosen = chosen;
        this.progress = progress;
        jdbc = new JdbcTemplate(owner);
        transaction = new TransactionTemplate(new JdbcTransactionManager(owner));
        runs = new RebuildRuns(jdbc);
        tables = NewTables.besideLive(jdbc);
        live = new Progress(JdbcClient.create(jdbc));
    }

    /** @throws HistoryCutException where the tables show more than there is: they are the trace of it, and stay as they are */
    RebuildResult run() {
        requireWholeHistory();
        transaction.executeWithoutResult(status -> begin());
        long goal = history.lastPosition();
        long kept = goal - Slice.events(runs.pending(chosen, goal));
        catchUp();
        index();
        long position = Exchange.retrying(this::catchUp, () -> inTransaction(this::exchange), progress);
        return new RebuildResult(position, kept, rows.get());
    }

    private void requireWholeHistory() {
        long shown = live.furthest();
        long last = history.lastPosition();
        if (shown > last) {
            throw new HistoryCutException(shown, last);
        }
    }

    /** Keeps what a rebuild of the same form left, drops everything else that is left, and makes what is missing. */
    private void begin() {
        RebuildLock.awaitEarlier(jdbc);
        Map<String, String> forms = runs.forms();
        List<Projection> kept = new ArrayList<>();
        for (Projection projection : Projections.ALL) {
            if (form(projection).equals(forms.remove(projection.name())) && tables.exist(projection)) {
                kept.add(projection);
            } else {
                runs.end(projection.name());
            }
        }
        forms.keySet().forEach(runs::end);
        tables.dropAllBut(NewTables.of(kept));
        for (Projection projection : chosen) {
            if (!kept.contains(projection)) {
                tables.create(projection);
                runs.begin(projection, form(projection));
            }
        }
    }

    private String form(Projection projection) {
        return ProgramForm.with(tables.form(projection));
    }

    /** Folds until little is left of what is recorded meanwhile. */
    private void catchUp() {
        List<Slice> pending = runs.pending(chosen, history.lastPosition());
        while (Slice.events(pending) > TAIL) {
            AtomicLong done = new AtomicLong();
            long total = Slice.events(pending);
            workers.run(pending.stream()
                    .<Runnable>map(slice -> () -> {
                        inTransaction(() -> fold(slice));
                        progress.at(Stage.FOLDING, done.addAndGet(slice.events()), total);
                    })
                    .toList());
            pending = runs.pending(chosen, history.lastPosition());
        }
    }

    private long fold(Slice slice) {
        tables.enter();
        SliceFold fold = new SliceFold(jdbc, slice);
        history.each(slice.from(), slice.to(), fold);
        long written = fold.end();
        runs.mark(slice);
        return rows.addAndGet(written);
    }

    private void index() {
        List<String> bySize = tables.bySize(chosen);
        AtomicLong done = new AtomicLong();
        workers.run(bySize.stream()
                .<Runnable>map(table -> () -> {
                    inTransaction(() -> {
                        tables.index(table);
                        return done.incrementAndGet();
                    });
                    progress.at(Stage.INDEXING, done.get(), bySize.size());
                })
                .toList());
    }

    /** Becomes the writer of the projections, adds what is still missing, and puts the new tables in place of the old. */
    private long exchange() {
        jdbc.execute("set local synchronous_commit = on");
        jdbc.execute("set local lock_timeout = " + Exchange.LOCK_WAIT.toMillis());
        chosen.forEach(live::lock);
        long position = history.lastPosition();
        runs.pending(chosen, position).forEach(this::fold);
        tables.replaceLive(chosen);
        for (Projection projection : chosen) {
            live.save(projection, position);
            runs.end(projection.name());
        }
        return position;
    }

    private long inTransaction(LongSupplier work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            // A commit that a crash forgets loses nothing: rows and marks go together.
            jdbc.execute("set local synchronous_commit = off");
            RebuildLock.join(jdbc);
            return work.getAsLong();
        }));
    }
}
