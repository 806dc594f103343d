package coop.laborfund.ledger.axon;

import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.fund.BatchDecision;
import coop.laborfund.ledger.fund.FundState;
import coop.laborfund.ledger.fund.Outcome.Accepted;
import coop.laborfund.ledger.fund.PriorMovements;
import coop.laborfund.ledger.store.PostgresEventStorageEngine;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;

/** A fund as Axon holds it: its id and its state. A fund that nothing is recorded of is simply empty. */
@AggregateRoot(type = PostgresEventStorageEngine.AGGREGATE_TYPE)
final class FundAggregate {

    private static final long NEVER = -1;

    private final String fund;

    private FundState state = FundState.EMPTY;
    private long snapshotAt = NEVER;
    private boolean recording;

    FundAggregate(String fund) {
        this.fund = fund;
    }

    @AggregateIdentifier
    String fund() {
        return fund;
    }

    BatchDecision decide(List<Movement> movements, PriorMovements prior, LocalDate today) {
        return BatchDecision.of(state, movements, prior, today);
    }

    /** @param after the state that the events leave, folded when they were decided */
    void record(List<Accepted> accepted, FundState after) {
        recording = true;
        try {
            for (Accepted movement : accepted) {
                AggregateLifecycle.apply(
                        movement.event(),
                        MetaData.with(
                                PostgresEventStorageEngine.DIGEST,
                                movement.movement().digest()));
            }
            state = after;
        } finally {
            recording = false;
        }
    }

    /** Events of the past are folded one by one; those being recorded are in the state already that they leave. */
    @EventSourcingHandler
    void on(FundEvent event) {
        if (!recording) {
            state = state.evolve(event);
        }
    }

    @EventSourcingHandler
    void restore(FundState snapshot, @SequenceNumber long sequence) {
        state = snapshot;
        snapshotAt = sequence;
    }

    FundState state() {
        return state;
    }

    /** The sequence of the last snapshot that this fund was restored from or that was asked for, -1 before the first. */
    long snapshotAt() {
        return snapshotAt;
    }

    void snapshotTakenAt(long sequence) {
        snapshotAt = sequence;
    }
}
