package coop.laborfund.projections.fact;

import coop.laborfund.ledger.event.Recorded;
import coop.laborfund.ledger.event.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The history of all funds, as projections read it. Positions have no gaps: what is no fund's event is handed over as well, so that
 * whoever folds sees that nothing is missing, and passes over it.
 */
public interface History {

    /** Events a read. */
    int PAGE = 1_000;

    /** The position of the last event, 0 where there is none. */
    long lastPosition();

    /**
     * The events that follow a position, in order.
     *
     * @param limit how many at most
     */
    List<? extends Recorded> after(long position, int limit);

    /**
     * The events of one fund that follow a position, up to another one, in order.
     *
     * @param limit how many at most
     */
    default List<RecordedEvent> ofFund(String fund, long after, long to, int limit) {
        List<RecordedEvent> events = new ArrayList<>();
        each(after + 1, to, recorded -> {
            if (events.size() < limit
                    && recorded instanceof RecordedEvent event
                    && event.event().fund().equals(fund)) {
                events.add(event);
            }
        });
        return events;
    }

    /** Hands over the events from one position to another, both included, in order. */
    default void each(long from, long to, Consumer<Recorded> events) {
        for (long position = from - 1; position < to; position += PAGE) {
            after(position, Math.toIntExact(Math.min(PAGE, to - position))).forEach(events);
        }
    }

    /** What whoever folds throws where he is not handed the event at this position. */
    static IllegalStateException lacking(long position) {
        return new IllegalStateException("the history lacks the event at position " + position);
    }
}
