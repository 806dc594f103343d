package coop.laborfund.ledger.fund;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.refusal.Rejection;

/** What the rules say to a command. */
public sealed interface Decision {

    /** @param entry what the event posts; computed once, and handed on to whoever asks */
    record Accept(FundEvent event, Entry entry) implements Decision {}

    record Refuse(Rejection rejection) implements Decision {}
}
