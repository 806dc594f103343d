package coop.laborfund.ledger.door;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The ledger could not do what it was asked, for a reason that may be gone when the same is asked again, by itself or because
 * somebody saw to it. Each kind says what is certain. To ask the same again is always safe: what was recorded is not recorded twice.
 */
public abstract sealed class LedgerException extends RuntimeException
        permits LedgerBusyException,
                LedgerStoppedException,
                LedgerContendedException,
                OutcomeUnknownException,
                HistoryCutException,
                ClockUntrustedException,
                DatabaseFailedException {

    @Serial
    private static final long serialVersionUID = 1L;

    LedgerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
