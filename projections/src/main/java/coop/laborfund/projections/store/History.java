package coop.laborfund.projections.store;

import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.store.EventHistory;
import java.util.List;

/** The history of all funds, as projections read it. Positions have no gaps. */
public interface History {

    /** The position of the last event, 0 where there is none. */
    long lastPosition();

    /**
     * The events that follow a position, in order.
     *
     * @param limit how many at most
     */
    List<RecordedEvent> after(long position, int limit);

    /** The history that the store keeps. */
    static History of(EventHistory events) {
        return new History() {
            @Override
            public long lastPosition() {
                return events.lastPosition();
            }

            @Override
            public List<RecordedEvent> after(long position, int limit) {
                return events.all(position + 1, position + limit).toList();
            }
        };
    }
}
