package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.FundEvent;

/** What a group of findings does with the movements of one kind that count, in the order of recording. */
interface Seen<E extends FundEvent> {

    void add(Movement<E> movement);

    /** A movement that was added is undone by a reversal that counts. */
    void takeBack(E original);
}
