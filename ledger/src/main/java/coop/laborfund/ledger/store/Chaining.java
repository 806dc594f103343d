package coop.laborfund.ledger.store;

/** How an event that is about to take its place is chained to the one before it. */
@FunctionalInterface
interface Chaining {

    /** @param now as {@link coop.laborfund.ledger.chain.EventChain#instant} writes it */
    ChainedEvent chain(NewEvent event, long position, String now, byte[] previousHash);
}
