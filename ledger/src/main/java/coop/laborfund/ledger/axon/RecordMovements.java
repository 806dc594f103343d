package coop.laborfund.ledger.axon;

import coop.laborfund.ledger.command.Movement;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks a fund to record movements, all or none. */
record RecordMovements(@TargetAggregateIdentifier String fund, List<Movement> movements) {}
