package coop.laborfund.ledger.store;

import org.jspecify.annotations.Nullable;

/** How an event that is about to take its place is chained to the one before it. */
@FunctionalInterface
interface Chaining {

    /**
     * @param prepared its row, where that was written before
     * @param now as {@link coop.laborfund.ledger.chain.EventChain#instant} writes it
     */
    ChainedEvent chain(NewEvent event, byte @Nullable [] prepared, long position, String now, byte[] previousHash);
}
