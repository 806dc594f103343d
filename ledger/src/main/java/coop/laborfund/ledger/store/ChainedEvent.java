package coop.laborfund.ledger.store;

import coop.laborfund.ledger.chain.EventChain;

/** An event with the place in the history that it is about to take. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ChainedEvent(NewEvent event, long position, byte[] previousHash, byte[] hash) {

    /** @param now as {@link EventChain#instant} writes it */
    static ChainedEvent of(NewEvent event, long position, String now, byte[] previousHash) {
        String canonical = EventChain.canonical(
                event.eventId(),
                event.fund(),
                event.metadata(),
                event.payload(),
                position,
                previousHash,
                now,
                event.recordedBy(),
                event.revision(),
                event.sequence(),
                event.type());
        return new ChainedEvent(event, position, previousHash, EventChain.hash(canonical));
    }

    String fund() {
        return event.fund();
    }
}
