package coop.laborfund.ledger.axon;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Has a fund decide on requests, one after another, and record together what it accepts.
 *
 * @param repeated whether an earlier attempt met a conflict, so that nothing is taken for granted any more
 */
record RecordMovements(@TargetAggregateIdentifier String fund, List<RecordRequest> requests, boolean repeated) {}
