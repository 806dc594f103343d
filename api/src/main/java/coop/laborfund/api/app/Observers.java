package coop.laborfund.api.app;

import coop.laborfund.ledger.door.LedgerObserver;
import java.util.List;

/** Who is told of whatever is recorded, from the first on. */
record Observers(List<LedgerObserver> all) {

    Observers(LedgerObserver... all) {
        this(List.of(all));
    }
}
