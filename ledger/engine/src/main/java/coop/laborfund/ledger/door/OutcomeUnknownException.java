package coop.laborfund.ledger.door;

import java.io.Serial;

/**
 * The database was lost at a commit and did not come back in time: the events are recorded, all of them, or none is. Send the
 * same again, under the same refs, once the database is back: the answer then says what stands.
 */
public final class OutcomeUnknownException extends LedgerException {

    @Serial
    private static final long serialVersionUID = 1L;

    public OutcomeUnknownException(Throwable cause) {
        super(
                "提交时与数据库失去联系,不能确定是否已记录;请用同样的凭证号再试。"
                        + " The database was lost at the commit; whether this was recorded is not known. Send the same refs again.",
                cause);
    }
}
