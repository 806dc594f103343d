package coop.laborfund.ledger.door;

import java.io.Serial;

/**
 * The database cannot be reached, or failed: what was to be recorded was not, and what was to be read was not read. The same is
 * right once the database is well again; the cause says what it said.
 */
public final class DatabaseFailedException extends LedgerException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** @param message what the database said, for people */
    public DatabaseFailedException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What somebody has to see to. */
    public enum Reason {
        /** No room on its disk: somebody has to make some. */
        DISK_FULL,
        /** Whatever else; most of it passes by itself. */
        OTHER
    }

    public Reason reason() {
        return reason;
    }
}
