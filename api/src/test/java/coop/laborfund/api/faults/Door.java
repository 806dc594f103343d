package coop.laborfund.api.faults;

import coop.laborfund.ledger.command.Column;
import java.util.Map;

/** A way in to the ledger, as a client has it. */
@FunctionalInterface
interface Door {

    /** @throws AssertionError where the answer is none that a client may get, whatever goes wrong behind it */
    Answer send(String fund, Map<Column, String> cells);
}
