package coop.laborfund.projections.door;

import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.SetupEvent.FundOpened;
import coop.laborfund.ledger.store.EventScan;
import coop.laborfund.projections.rollup.Division;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The funds of a division that were open at a position, fetched some at a time as they are asked for. For several threads. */
final class OpenFunds {

    private static final int AT_ONCE = 500;

    private final EventScan events;
    private final Division division;
    private final long position;
    private final Queue<String> fetched = new ArrayDeque<>();

    /** The last fund looked at, null once there are no more. */
    private @Nullable String after = "";

    OpenFunds(EventScan events, Division division, long position) {
        this.events = events;
        this.division = division;
        this.position = position;
    }

    /** The next one's id, null after the last. */
    synchronized @Nullable String next() {
        String from = after;
        while (fetched.isEmpty() && from != null) {
            List<RecordedEvent> firsts = events.firsts(from, AT_ONCE);
            for (RecordedEvent first : firsts) {
                if (first.position() <= position
                        && first.event() instanceof FundOpened opened
                        && division.has(opened.village())) {
                    fetched.add(opened.fund());
                }
            }
            from = firsts.size() < AT_ONCE ? null : firsts.getLast().event().fund();
            after = from;
        }
        return fetched.poll();
    }
}
