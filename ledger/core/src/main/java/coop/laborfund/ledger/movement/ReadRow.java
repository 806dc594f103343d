package coop.laborfund.ledger.movement;

import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.refusal.Rejection;

/** What a row of cells turned out to be. */
public sealed interface ReadRow {

    /** @param content what makes it the same movement as another row, beside the ref */
    record WellFormed(Movement movement, RowContent content) implements ReadRow {}

    /** Refused for its form, whatever the fund's state. */
    record Malformed(Rejection rejection) implements ReadRow {}
}
