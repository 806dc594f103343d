package coop.laborfund.ledger.door;

import java.io.Serial;
import java.time.Instant;

/**
 * The clock whose instants events bear cannot be right: nothing was recorded. Somebody has to set it, or to stand in for it by name
 * ({@link Requester#trustingClock}), which is recorded with every event.
 */
public final class ClockUntrustedException extends LedgerException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final Instant clock;
    private final Instant expected;

    /** @param clock what the database's clock says, and what it should say, about, by something else */
    public ClockUntrustedException(Reason reason, Instant clock, Instant expected) {
        super("the database's clock says " + clock + ", expected is " + expected + " (" + reason + ")", null);
        this.reason = reason;
        this.clock = clock;
        this.expected = expected;
    }

    /** By what it cannot be right. */
    public enum Reason {
        /** The last event was recorded later than it is now. */
        BEHIND_HISTORY,
        /** The clock of the machine that this program runs on says something else. */
        OTHER_THAN_MACHINE,
        /** It has not gone on with the time that passed since this program first looked. */
        JUMPED
    }

    public Reason reason() {
        return reason;
    }

    /** What the database's clock says. */
    public Instant clock() {
        return clock;
    }

    /** What it should say, about: the last event's instant, the machine's clock, or the first look and the time since. */
    public Instant expected() {
        return expected;
    }
}
