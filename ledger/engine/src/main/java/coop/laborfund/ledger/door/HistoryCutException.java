package coop.laborfund.ledger.door;

import java.io.Serial;

/**
 * The history ends before what was made from it, or before what this program has seen recorded: events at its end are gone. Nothing
 * is shown and nothing recorded, because what is recorded next would take the places of what is gone; somebody has to find out first.
 */
public final class HistoryCutException extends LedgerException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final long seen;
    private final long last;

    /**
     * @param seen a position that was recorded once
     * @param last the last one that is there
     */
    public HistoryCutException(long seen, long last) {
        super("the history was cut: position " + seen + " was recorded, and it ends at " + last, null);
        this.seen = seen;
        this.last = last;
    }

    /** A position that was recorded once. */
    public long seen() {
        return seen;
    }

    /** The last one that is there. */
    public long last() {
        return last;
    }
}
