package coop.laborfund.projections.store;

import coop.laborfund.ledger.event.Recorded;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.json.EventJson;
import coop.laborfund.ledger.store.EventHistory;
import coop.laborfund.ledger.store.EventScan;
import coop.laborfund.projections.fact.History;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** The history that the store keeps. */
public final class StoredHistory implements History {

    private final EventHistory events;
    private final EventScan scan;

    public StoredHistory(DataSource database) {
        EventJson json = new EventJson();
        events = new EventHistory(database, json);
        scan = new EventScan(database, json);
    }

    @Override
    public long lastPosition() {
        return events.lastPosition();
    }

    @Override
    public List<Recorded> after(long position, int limit) {
        return scan.page(position + 1, position + limit);
    }

    @Override
    public List<RecordedEvent> ofFund(String fund, long after, long to, int limit) {
        return scan.ofFund(fund, after, to, limit);
    }

    @Override
    public void each(long from, long to, Consumer<Recorded> consumer) {
        scan.each(from, to, consumer);
    }
}
