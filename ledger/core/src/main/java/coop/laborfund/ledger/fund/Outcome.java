package coop.laborfund.ledger.fund;

import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.refusal.Rejection;

/** What became of one movement. */
public sealed interface Outcome {

    Movement movement();

    /**
     * It is (to be) recorded as this event.
     *
     * @param entry what the event posts
     */
    record Accepted(Movement movement, FundEvent event, Entry entry) implements Outcome {}

    /** The same movement stands in the history already; nothing changes. */
    record AlreadyRecorded(Movement movement) implements Outcome {}

    /** It cannot be recorded. */
    record Refused(Movement movement, Rejection rejection) implements Outcome {}
}
