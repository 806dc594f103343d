package coop.laborfund.ledger.door;

import java.io.Serial;

/**
 * Others kept recording in the same fund, on other nodes, each time that this was decided: nothing of it was recorded, the same
 * is right a little later.
 */
public final class LedgerContendedException extends LedgerException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param cause the last of the conflicts */
    public LedgerContendedException(String fund, Throwable cause) {
        super(
                ("基金 %1$s 一直有别处在记账,本次没有记录,请稍后再试。"
                                + " Others kept recording in fund %1$s; nothing of this was recorded, try again a little later.")
                        .formatted(fund),
                cause);
    }
}
