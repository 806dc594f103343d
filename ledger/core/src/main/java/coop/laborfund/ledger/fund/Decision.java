package coop.laborfund.ledger.fund;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.refusal.Rejection;

/** What the rules say to a command. */
public sealed interface Decision {

    record Accept(FundEvent event) implements Decision {}

    record Refuse(Rejection rejection) implements Decision {}
}
