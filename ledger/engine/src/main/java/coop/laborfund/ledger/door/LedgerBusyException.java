package coop.laborfund.ledger.door;

import java.io.Serial;

/** More is waiting to be recorded than the ledger takes in: nothing of this was begun, the same is right a little later. */
public final class LedgerBusyException extends LedgerException {

    @Serial
    private static final long serialVersionUID = 1L;

    public LedgerBusyException() {
        super("账本正忙,本次没有记录,请稍后再试。 The ledger is busy; nothing of this was recorded, try again a little later.", null);
    }
}
