package coop.laborfund.projections.door;

import coop.laborfund.ledger.door.Recorder;
import coop.laborfund.ledger.door.RecordingCondition;
import coop.laborfund.ledger.door.Requester;

/**
 * Nothing is recorded where the read tables show more than there is. That is looked at until it was once seen to be well, since from
 * then on {@link Recorder} itself knows where the history ended.
 */
public final class WholeHistory implements RecordingCondition {

    private final ReadTables tables;
    private volatile boolean seen;

    public WholeHistory(ReadTables tables) {
        this.tables = tables;
    }

    /** @throws coop.laborfund.ledger.door.HistoryCutException where events at the end of the history are gone */
    @Override
    public void require(Requester requester) {
        if (!seen) {
            tables.requireWholeHistory();
            seen = true;
        }
    }
}
