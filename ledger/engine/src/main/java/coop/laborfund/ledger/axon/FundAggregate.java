package coop.laborfund.ledger.axon;

import coop.laborfund.ledger.door.Requester;
import coop.laborfund.ledger.event.Circumstances;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.fund.FundState;
import coop.laborfund.ledger.fund.Outcome.Accepted;
import coop.laborfund.ledger.fund.StateSize;
import coop.laborfund.ledger.store.EventMetadata;
import coop.laborfund.ledger.store.PostgresEventStorageEngine;
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

    /** Events that a state's weight is taken for unchanged: to count a large one takes as long as a command on it. */
    private static final int WEIGHED_EVERY = 64;

    /** What a fund takes beside its state's entries, in entries. */
    private static final int BARE_WEIGHT = 16;

    private final String fund;

    private FundState state = FundState.EMPTY;
    private long snapshotAt = NEVER;
    private boolean recording;
    private int weight;
    private int unweighed = WEIGHED_EVERY;

    FundAggregate(String fund) {
        this.fund = fund;
    }

    @AggregateIdentifier
    String fund() {
        return fund;
    }

    FundState state() {
        return state;
    }

    /** @param after the state that the events leave, folded when they were decided */
    void record(List<FundBatch.Answered> requests, FundState after) {
        recording = true;
        try {
            for (FundBatch.Answered request : requests) {
                MetaData asked = asked(request.request().requester());
                for (Accepted movement : request.toRecord()) {
                    AggregateLifecycle.apply(
                            movement.event(),
                            asked.and(EventMetadata.DIGEST, movement.movement().digest()));
                }
            }
            state = after;
            unweighed += requests.stream()
                    .mapToInt(request -> request.toRecord().size())
                    .sum();
        } finally {
            recording = false;
        }
    }

    private static MetaData asked(Requester requester) {
        MetaData asked = MetaData.with(EventMetadata.RECORDED_BY, requester.name())
                .and(EventMetadata.CHANNEL, requester.channel())
                .and(EventMetadata.REQUEST, requester.request());
        if (requester.isTakingOver()) {
            asked = asked.and(Circumstances.TAKEOVER, requester.takeover());
        }
        return requester.clockTrustedBy().isEmpty()
                ? asked
                : asked.and(Circumstances.CLOCK_TRUSTED_BY, requester.clockTrustedBy());
    }

    /** Events of the past are folded one by one; those being recorded are in the state already that they leave. */
    @EventSourcingHandler
    void on(FundEvent event) {
        if (!recording) {
            state = state.evolve(event);
            unweighed++;
        }
    }

    @EventSourcingHandler
    void restore(FundState snapshot, @SequenceNumber long sequence) {
        state = snapshot;
        snapshotAt = sequence;
        unweighed = WEIGHED_EVERY;
    }

    /** About how many of a state's entries a cache holds with it. */
    int weight() {
        if (unweighed >= WEIGHED_EVERY) {
            weight = BARE_WEIGHT + StateSize.of(state);
            unweighed = 0;
        }
        return weight;
    }

    /** The sequence of the last snapshot that this fund was restored from or that was asked for, -1 before the first. */
    long snapshotAt() {
        return snapshotAt;
    }

    void snapshotTakenAt(long sequence) {
        snapshotAt = sequence;
    }
}
