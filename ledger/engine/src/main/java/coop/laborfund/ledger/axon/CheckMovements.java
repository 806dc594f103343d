package coop.laborfund.ledger.axon;

import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.door.Requester;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks a fund what it would say to movements; it records nothing. */
record CheckMovements(@TargetAggregateIdentifier String fund, List<Movement> movements, Requester requester) {}
