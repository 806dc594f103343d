package coop.laborfund.ledger.event;

import java.util.Optional;

/** One thing that the history says, in a stream of some {@link StreamKind}. */
public sealed interface LedgerEvent permits FundEvent {

    StreamId stream();

    /** What it is recorded under, unique in its stream; empty where nobody gave it a number. */
    Optional<String> reference();

    /** The reference of the event of its stream that it undoes, which no other one may; empty where it undoes none. */
    Optional<String> reverses();
}
