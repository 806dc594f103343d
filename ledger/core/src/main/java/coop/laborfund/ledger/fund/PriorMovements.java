package coop.laborfund.ledger.fund;

import coop.laborfund.ledger.event.FundEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one fund has recorded under its refs. It is kept beside the state, not in it, so that the state stays small; deciding
 * is handed it and looks nothing up by itself.
 */
public interface PriorMovements {

    /** The content digest of the movement recorded under a ref. */
    Optional<String> digestOf(String ref);

    /** The event recorded under a ref; asked to reverse it, and to say what a reused ref stands for. */
    Optional<FundEvent> eventOf(String ref);

    /** Likewise of several at once, by their refs; what recorded nothing is left out. */
    default Map<String, FundEvent> eventsOf(Collection<String> refs) {
        Map<String, FundEvent> events = new HashMap<>();
        refs.forEach(ref -> eventOf(ref).ifPresent(event -> events.put(ref, event)));
        return events;
    }

    /** Those of the refs of which a reversal is recorded. */
    default Set<String> reversedOf(Collection<String> refs) {
        return refs.stream().filter(this::isReversed).collect(Collectors.toSet());
    }

    /** Whether a reversal of the ref is recorded. */
    boolean isReversed(String ref);
}
