package coop.laborfund.projections.door;

import coop.laborfund.ledger.door.Recorder;
import coop.laborfund.ledger.door.RecordingCondition;
import java.util.function.LongConsumer;

/**
 * Nothing is recorded where the read tables show more than there is. That is looked at until it was once seen to be well: then {@link
 * Recorder} is told where the history ended, and sees to it itself.
 */
public final class WholeHistory implements RecordingCondition {

    private final ReadTables tables;
    private final LongConsumer reached;
    private volatile boolean seen;

    /** @param reached is told how far the history reached, before anybody is let in */
    public WholeHistory(ReadTables tables, LongConsumer reached) {
        this.tables = tables;
        this.reached = reached;
    }

    /** @throws coop.laborfund.ledger.door.HistoryCutException where events at the end of the history are gone */
    @Override
    public void require() {
        if (!seen) {
            reached.accept(tables.requireWholeHistory());
            seen = true;
        }
    }
}
