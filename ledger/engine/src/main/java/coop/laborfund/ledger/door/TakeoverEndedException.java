package coop.laborfund.ledger.door;

import java.io.Serial;

/**
 * Somebody wants to enter older books into a fund that already records what happens: nothing of it was recorded, nor will be. Only
 * what a fund begins with is taken over; whatever is entered late afterwards is late.
 */
public final class TakeoverEndedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String fund;

    public TakeoverEndedException(String fund) {
        super("fund " + fund + " already records what happens");
        this.fund = fund;
    }

    public String fund() {
        return fund;
    }
}
