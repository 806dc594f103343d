package coop.laborfund.ledger.fund;

import coop.laborfund.ledger.event.FundEvent;
import java.util.Optional;

/**
 * What one fund has recorded under its refs. It is kept beside the state, not in it, so that the state stays small; deciding
 * is handed it and looks nothing up by itself.
 */
public interface PriorMovements {

    /** The content digest of the movement recorded under a ref. */
    Optional<String> digestOf(String ref);

    /** The event recorded under a ref; asked to reverse it, and to say what a reused ref stands for. */
    Optional<FundEvent> eventOf(String ref);

    /** Whether a reversal of the ref is recorded. */
    boolean isReversed(String ref);
}
