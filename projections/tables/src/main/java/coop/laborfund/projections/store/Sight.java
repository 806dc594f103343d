package coop.laborfund.projections.store;

import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.projections.query.EventFacts;
import coop.laborfund.projections.query.FactSource;
import coop.laborfund.projections.query.JoinedFacts;
import java.util.List;

/**
 * What a question is answered from.
 *
 * @param position the last position that it sees
 * @param shown how far the read tables show it
 * @param lacking what they lack of that, in order: all, or all of the fund that is asked about
 */
public record Sight(long position, long shown, List<RecordedEvent> lacking) {

    /** The facts of the tables, and of what they lack. */
    public FactSource over(FactSource tables) {
        return lacking.isEmpty() ? tables : new JoinedFacts(tables, shown, EventFacts.of(lacking));
    }
}
