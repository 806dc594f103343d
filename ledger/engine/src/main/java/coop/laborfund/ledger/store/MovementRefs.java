package coop.laborfund.ledger.store;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.StreamKind;
import coop.laborfund.ledger.fund.PriorMovements;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The register of one fund's voucher numbers, as one batch of movements asks it: which of the batch's own are taken is read at
 * once, what only reversals ask when they do.
 */
public final class MovementRefs implements PriorMovements {

    private final Database database;
    private final EventHistory history;
    private final String fund;
    private final Map<String, @Nullable String> digests = new HashMap<>();

    private record Known(String ref, @Nullable String digest) {}

    /** @param refs the voucher numbers of the batch; {@link #digestOf} answers for these */
    public MovementRefs(DataSource dataSource, EventHistory history, String fund, Collection<String> refs) {
        this.database = new Database(dataSource);
        this.history = history;
        this.fund = fund;
        if (!refs.isEmpty()) {
            readDigests(refs);
        }
    }

    private void readDigests(Collection<String> refs) {
        database.ask(jdbc -> jdbc.sql(
                                "select ref, metadata::jsonb ->> 'digest' from event where kind = ? and fund = ? and ref = any(?)")
                        .params(StreamKind.FUND.code(), fund, refs.toArray(String[]::new))
                        .query((row, number) -> new Known(row.getString(1), row.getString(2)))
                        .list())
                .forEach(known -> digests.put(known.ref, known.digest));
    }

    @Override
    public Optional<String> digestOf(String ref) {
        return Optional.ofNullable(digests.get(ref));
    }

    @Override
    public Optional<FundEvent> eventOf(String ref) {
        return history.find(fund, ref).map(RecordedEvent::event);
    }

    @Override
    public Map<String, FundEvent> eventsOf(Collection<String> refs) {
        Map<String, FundEvent> events = new HashMap<>();
        history.findAll(fund, refs).forEach(found -> events.put(found.event().ref(), found.event()));
        return events;
    }

    @Override
    public Set<String> reversedOf(Collection<String> refs) {
        return Set.copyOf(database.ask(
                jdbc -> jdbc.sql("select reverses from event where kind = ? and fund = ? and reverses = any(?)")
                        .params(StreamKind.FUND.code(), fund, refs.toArray(String[]::new))
                        .query(String.class)
                        .list()));
    }

    @Override
    public boolean isReversed(String ref) {
        return database.ask(jdbc -> jdbc.sql("select 1 from event where kind = ? and fund = ? and reverses = ?")
                        .params(StreamKind.FUND.code(), fund, ref)
                        .query(Integer.class)
                        .optional())
                .isPresent();
    }
}
