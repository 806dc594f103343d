package coop.laborfund.ledger.store;

import coop.laborfund.ledger.event.Circumstances;
import coop.laborfund.ledger.event.Recorded;
import coop.laborfund.ledger.event.RecordedElsewhere;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.StreamKind;
import coop.laborfund.ledger.json.CanonicalEvents;
import coop.laborfund.ledger.json.EventJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Reads stretches of the history as events. It asks for those columns alone that an event is read from; {@link EventHistory} is for
 * everything else.
 */
public final class EventScan {

    private static final int FETCHED_AT_ONCE = 2_000;
    private static final long MICROS = 1_000_000;

    /**
     * The instant as a whole number: the driver's calendars cost more than the rest of the row. The payload of a fund's event alone,
     * which tells it from others without a column more, and the metadata of those few whose circumstances it tells.
     */
    private static final String COLUMNS = """
            select position, sequence, type, revision,
                   (extract(epoch from recorded_at) * 1000000)::bigint, case when kind = '%s' then payload end,
                   case when strpos(metadata, '"takeover":') > 0 or strpos(metadata, '"clock') > 0 then metadata end
              from event""".formatted(StreamKind.FUND.code());

    private static final String SELECT = COLUMNS + " where position between ? and ? order by position";

    private static final String OF_FUND =
            COLUMNS + " where kind = '%s' and fund = ? order by sequence".formatted(StreamKind.FUND.code());

    private static final String OF_FUND_AFTER = """
            %2$s where kind = '%1$s' and fund = ? and sequence >= sequence_from('%1$s', ?, ?) and position <= ?
             order by sequence limit ?""".formatted(StreamKind.FUND.code(), COLUMNS);

    /** From one fund to the next by the index, and of each its first event: no other is read to tell which there are. */
    private static final String FIRSTS = """
            with recursive each(fund) as (
                (select fund from event where kind = '%1$s' and fund > ? order by fund limit 1)
                union all
                select (select e.fund from event e where e.kind = '%1$s' and e.fund > each.fund order by e.fund limit 1)
                from each where each.fund is not null)
            select first.* from (select fund from each where fund is not null limit ?) page
              cross join lateral (%2$s where kind = '%1$s' and fund = page.fund and sequence = 0) first
             order by page.fund""".formatted(StreamKind.FUND.code(), COLUMNS);

    private final DataSource dataSource;
    private final Database database;
    private final EventJson json;
    private final CanonicalEvents payloads;

    public EventScan(DataSource dataSource, EventJson json) {
        this.dataSource = dataSource;
        this.database = new Database(dataSource);
        this.json = json;
        this.payloads = new CanonicalEvents(json);
    }

    /**
     * Each position from one to another, both included, in their order, with the event where that is a fund's. All are held at once.
     *
     * @throws coop.laborfund.ledger.json.UnreadableEventException for what cannot be read
     */
    public List<Recorded> page(long from, long to) {
        return database.ask(jdbc -> jdbc.sql(SELECT)
                .params(from, to)
                .query((rows, number) -> row(rows))
                .list());
    }

    /**
     * The first events of the funds that follow on one, by fund in code point order.
     *
     * @param after the empty text for the first of all
     * @throws coop.laborfund.ledger.json.UnreadableEventException for what cannot be read
     */
    public List<RecordedEvent> firsts(String after, int limit) {
        return database
                .ask(jdbc -> jdbc.sql(FIRSTS)
                        .params(after, limit)
                        .query((rows, number) -> row(rows))
                        .list())
                .stream()
                .map(RecordedEvent.class::cast)
                .toList();
    }

    /**
     * Hands over positions one after another, through one cursor that holds a connection of its own to the end.
     *
     * @throws coop.laborfund.ledger.door.DatabaseFailedException where the database fails
     * @throws coop.laborfund.ledger.json.UnreadableEventException for what cannot be read
     */
    public void each(long from, long to, Consumer<Recorded> events) {
        read(
                SELECT,
                select -> {
                    select.setLong(1, from);
                    select.setLong(2, to);
                },
                event -> {
                    events.accept(event);
                    return true;
                });
    }

    /**
     * One fund's events that follow a position, up to another one, in their order. All are held at once.
     *
     * @throws coop.laborfund.ledger.json.UnreadableEventException for what cannot be read
     */
    public List<RecordedEvent> ofFund(String fund, long after, long to, int limit) {
        return database
                .ask(jdbc -> jdbc.sql(OF_FUND_AFTER)
                        .params(fund, fund, after + 1, to, limit)
                        .query((rows, number) -> row(rows))
                        .list())
                .stream()
                .map(RecordedEvent.class::cast)
                .toList();
    }

    /**
     * Likewise one fund's events in their order, for as long as they are wanted.
     *
     * @param events whether to go on after this one
     */
    public void ofFund(String fund, Predicate<RecordedEvent> events) {
        read(OF_FUND, select -> select.setString(1, fund), event -> events.test((RecordedEvent) event));
    }

    /** Fills in what a statement asks for. */
    private interface Parameters {
        void fill(PreparedStatement select) throws SQLException;
    }

    private void read(String sql, Parameters parameters, Predicate<Recorded> events) {
        // Not the connection of a transaction that may be under way: the cursor would be in the way of its statements.
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                parameters.fill(select);
                // Without it, or outside a transaction, the driver would fetch everything at once.
                select.setFetchSize(FETCHED_AT_ONCE);
                read(select, events);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failed) {
            throw Database.failure("read events", sql, failed);
        }
    }

    private void read(PreparedStatement select, Predicate<Recorded> events) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            boolean goOn = true;
            while (goOn && rows.next()) {
                goOn = events.test(row(rows));
            }
        }
    }

    private Recorded row(ResultSet row) throws SQLException {
        long position = row.getLong(1);
        byte[] payload = row.getBytes(6);
        String metadata = row.getString(7);
        return payload == null
                ? new RecordedElsewhere(position)
                : new RecordedEvent(
                        position,
                        row.getLong(2),
                        instant(row.getLong(5)),
                        metadata == null ? Circumstances.USUAL : json.circumstances(metadata),
                        payloads.read(position, row.getString(3), row.getInt(4), payload));
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS), Math.multiplyExact(Math.floorMod(micros, MICROS), 1_000));
    }
}
