package coop.laborfund.projections.door;

import coop.laborfund.projections.fact.History;
import coop.laborfund.projections.fact.Projections;
import coop.laborfund.projections.store.ProjectionWriter;
import coop.laborfund.projections.store.ReadBarrier;
import java.util.function.BooleanSupplier;

/**
 * The read tables as something to look after: how far they are behind the history, and bringing them up to it. Fails as {@link
 * AskBooks} does. For many threads at once.
 */
public final class ReadTables {

    private final ProjectionWriter writer;
    private final History history;
    private final ReadBarrier barrier;
    private final BooleanSupplier isServed;

    /** @param isServed whether a server on the same database keeps them up */
    public ReadTables(ProjectionWriter writer, History history, ReadBarrier barrier, BooleanSupplier isServed) {
        this.writer = writer;
        this.history = history;
        this.barrier = barrier;
        this.isServed = isServed;
    }

    /** How many events of the history some read table does not show yet. */
    public long lag() {
        return Failures.own(() -> {
            long shown =
                    Projections.ALL.stream().mapToLong(writer::progress).min().orElse(0);
            return Math.max(0, history.lastPosition() - shown);
        });
    }

    /**
     * Where the history ends.
     *
     * @throws coop.laborfund.ledger.door.HistoryCutException where they show more than there is
     */
    public long requireWholeHistory() {
        return Failures.own(barrier::lastPosition);
    }

    /** Brings them up to date, unless a server does. */
    public void catchUpUnlessServed() {
        Failures.own(() -> {
            if (!isServed.getAsBoolean()) {
                Projections.ALL.forEach(writer::catchUp);
            }
            return true;
        });
    }

    /** Brings them to the last position recorded, whoever else does, and returns it. */
    public long awaitAll() {
        return Failures.own(barrier::awaitAll);
    }
}
