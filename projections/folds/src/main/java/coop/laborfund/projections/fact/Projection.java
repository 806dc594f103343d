package coop.laborfund.projections.fact;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.RecordedEvent;
import java.util.List;

/** A read model: some tables of facts, written together and rebuilt together. */
public interface Projection {

    /** The name that {@code rebuild} takes and that its progress is kept under. */
    String name();

    /** The records whose tables it alone writes. */
    List<Class<? extends Fact>> facts();

    /** The kinds of events that add rows; no other does. */
    List<Class<? extends FundEvent>> events();

    /** The rows that an event adds: a pure function of that event, empty for most. */
    List<Fact> rows(RecordedEvent recorded);
}
