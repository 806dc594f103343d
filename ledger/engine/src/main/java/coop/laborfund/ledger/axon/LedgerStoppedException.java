package coop.laborfund.ledger.axon;

import java.io.Serial;

/** The ledger is being closed: what was asked of it was not begun. */
public final class LedgerStoppedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    LedgerStoppedException() {
        super("the ledger is stopping");
    }
}
