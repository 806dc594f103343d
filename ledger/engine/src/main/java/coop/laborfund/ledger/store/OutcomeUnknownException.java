package coop.laborfund.ledger.store;

import java.io.Serial;
import java.sql.SQLException;
import org.springframework.dao.DataAccessResourceFailureException;

/** The database was lost at a commit and did not come back in time: the events are recorded, all of them, or none is. */
public final class OutcomeUnknownException extends DataAccessResourceFailureException {

    @Serial
    private static final long serialVersionUID = 1L;

    OutcomeUnknownException(SQLException failed) {
        super(
                "提交时与数据库失去联系,不能确定是否已记录;请用同样的凭证号再试。"
                        + " The database was lost at the commit; whether this was recorded is not known. Send the same refs again.",
                failed);
    }
}
