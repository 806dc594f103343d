package coop.laborfund.projections.axon;

import coop.laborfund.ledger.event.Circumstances;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.Recorded;
import coop.laborfund.ledger.event.RecordedElsewhere;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.projections.fact.Projection;
import coop.laborfund.projections.fact.Projections;
import coop.laborfund.projections.store.ProjectionWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Collects the events of a batch, which Axon hands in one by one, and writes them together when its unit of work
 * ends. Then it takes a breath: a batch costs some thirty statements however little is in it, and those who post at the same time
 * need the processors more. Nobody waits for it, as readers fold what the tables lack.
 */
final class BatchInvoker implements EventHandlerInvoker {

    private static final String BATCH = BatchInvoker.class.getName();

    /** A batch of so many comes of an import, or of a history that is to be caught up with. */
    private static final int MANY = 500;

    private static final Duration BREATH = Duration.ofMillis(25);

    private final ProjectionWriter writer;
    private final Runnable left;

    /** @param left is told where another writer held some projection, so that somebody has to come back for it */
    BatchInvoker(ProjectionWriter writer, Runnable left) {
        this.writer = writer;
        this.left = left;
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        List<Recorded> batch = unit.getOrComputeResource(BATCH, key -> {
            List<Recorded> events = new ArrayList<>();
            unit.onPrepareCommit(ending -> write(events));
            unit.afterCommit(ended -> takeABreathUnlessBehind(events));
            return events;
        });
        batch.add(recorded(message));
    }

    private void write(List<Recorded> events) {
        boolean all = true;
        for (Projection projection : Projections.ALL) {
            all &= writer.write(projection, events);
        }
        if (!all) {
            left.run();
        }
    }

    private static void takeABreathUnlessBehind(List<Recorded> written) {
        if (written.size() >= MANY) {
            return;
        }
        try {
            Thread.sleep(BREATH);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static Recorded recorded(EventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> stored
                && message instanceof TrackedEventMessage<?> tracked
                && tracked.trackingToken() instanceof GlobalSequenceTrackingToken token) {
            long position = token.getGlobalIndex();
            return message.getPayload() instanceof FundEvent event
                    ? new RecordedEvent(
                            position,
                            stored.getSequenceNumber(),
                            message.getTimestamp(),
                            circumstances(message.getMetaData()),
                            event)
                    : new RecordedElsewhere(position);
        }
        throw new IllegalArgumentException("not an event of the ledger's store: " + message);
    }

    /** The store's metadata are strings, whatever Axon's may be. */
    private static Circumstances circumstances(Map<String, ?> metadata) {
        return metadata.containsKey(Circumstances.TAKEOVER)
                        || metadata.containsKey(Circumstances.CLOCK)
                        || metadata.containsKey(Circumstances.CLOCK_TRUSTED_BY)
                ? Circumstances.of(metadata.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue()))))
                : Circumstances.USUAL;
    }
}
