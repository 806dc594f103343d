package coop.laborfund.ledger.store;

import java.io.Serial;

/** Somebody else has recorded in the stream, or under the ref: nothing of this append was recorded, decide again on fresh state. */
final class AppendConflictException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    AppendConflictException(String message) {
        super(message, null, false, false);
    }
}
