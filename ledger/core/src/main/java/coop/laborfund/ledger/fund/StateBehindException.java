package coop.laborfund.ledger.fund;

import java.io.Serial;

/**
 * A state knows nothing of what the history has recorded: of the movement to undo, which is found by its ref beside the state,
 * somebody else may have recorded it a moment ago. Decide again on the newest state; where this one is the newest, it is a bug.
 */
public final class StateBehindException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    StateBehindException(Object key) {
        super("the state knows nothing of " + key);
    }
}
