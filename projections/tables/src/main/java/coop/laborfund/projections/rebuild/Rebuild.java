package coop.laborfund.projections.rebuild;

import coop.laborfund.projections.fact.History;
import coop.laborfund.projections.fact.Projection;
import coop.laborfund.projections.fact.Projections;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/**
 * Folds the history again into new read tables, while the live ones are read and written, and replaces those.
 *
 * <p>A projection is a pure function of each event, so any division of the history will do. It is cut by position:
 * several threads each read a stretch as it lies on the disk, decode an event once for all projections, and commit its
 * rows together with the mark that says so. What an interrupted rebuild committed is kept by the next. Keys and
 * indexes are made of all rows at once; the few events that were recorded meanwhile are added in the transaction that
 * exchanges the tables, under the lock that makes it their writer. Every statement of the read side begins after its
 * tables are locked, so each reader sees the old tables or the new ones, whole. (A transaction that keeps one snapshot for
 * several statements would not; none reads these tables.)
 *
 * <p>Methods throw Spring's {@code DataAccessException} where the database fails.
 */
public final class Rebuild {

    private final DataSource owner;
    private final History history;
    private final Workers workers;

    /**
     * @param owner connections of the tables' owner, who may make and drop tables; several at a time
     * @param history read over connections that nobody waits for who waits for a rebuild
     * @param workers how many threads, each with a connection to write and another to read
     */
    public Rebuild(DataSource owner, History history, int workers) {
        this.owner = owner;
        this.history = history;
        this.workers = new Workers("rebuild", workers);
    }

    /**
     * Rebuilds all tables of some projections in one pass.
     *
     * @throws RebuildRefusedException where another rebuild is under way, or readers never let go of the old tables
     */
    public RebuildResult run(Collection<Projection> projections, RebuildProgress progress) {
        List<Projection> chosen =
                Projections.ALL.stream().filter(projections::contains).toList();
        RebuildLock lock = RebuildLock.take(owner);
        try {
            return new RebuildSteps(owner, history, workers, chosen, progress).run();
        } finally {
            lock.close();
        }
    }
}
