package coop.laborfund.ledger.store;

import coop.laborfund.ledger.chain.EventChain;
import org.jspecify.annotations.Nullable;

/**
 * An event with the place in the history that it is about to take.
 *
 * @param prepared its row as {@link EventCopy#row} writes it, where that was done before
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ChainedEvent(NewEvent event, byte @Nullable [] prepared, long position, byte[] previousHash, byte[] hash) {

    /** @param now as {@link EventChain#instant} writes it */
    static ChainedEvent of(NewEvent event, byte @Nullable [] prepared, long position, String now, byte[] previousHash) {
        String canonical = EventChain.canonical(
                event.eventId(),
                event.stream(),
                event.metadata(),
                event.payload(),
                position,
                previousHash,
                now,
                event.recordedBy(),
                event.revision(),
                event.sequence(),
                event.type());
        return new ChainedEvent(event, prepared, position, previousHash, EventChain.hash(canonical));
    }

    byte[] row() {
        return prepared != null ? prepared : EventCopy.row(event);
    }
}
