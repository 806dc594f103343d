package coop.laborfund.ledger.door;

import java.io.Serial;

/** The ledger is being closed: what was asked of it was not begun; ask the same of the one that is started next. */
public final class LedgerStoppedException extends LedgerException {

    @Serial
    private static final long serialVersionUID = 1L;

    public LedgerStoppedException() {
        super("the ledger is stopping", null);
    }
}
