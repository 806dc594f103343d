package coop.laborfund.ledger.axon;

import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.fund.Outcome;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks a fund to record, all or none, movements that it was asked about before; it decides again where it has moved on since. */
record RecordDecision(@TargetAggregateIdentifier String fund, FundDecision decision) {

    List<Movement> movements() {
        return decision.outcomes().stream().map(Outcome::movement).toList();
    }
}
