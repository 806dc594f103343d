package coop.laborfund.ledger.store;

import coop.laborfund.ledger.chain.Head;
import coop.laborfund.ledger.event.Circumstances;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.StreamId;
import coop.laborfund.ledger.event.StreamKind;
import coop.laborfund.ledger.json.EventJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Reads of the history. Streams are fetched page by page as they are read, by position or sequence, and hold no connection: in a
 * table that only grows that gives the same as one long cursor. Every method throws
 * {@link coop.laborfund.ledger.door.DatabaseFailedException} where the database fails, and reading events {@link coop.laborfund.ledger.json.UnreadableEventException} for what cannot be read.
 */
public final class EventHistory {

    private static final int PAGE = 1_000;

    private static final String SELECT = "select position, kind, fund, sequence, event_id, type, revision,"
            + " recorded_at, recorded_by, ref, reverses, payload, metadata, previous_hash, hash from event ";

    private static final String LAST_POSITION_IF_STILL_AT = """
            select coalesce((select max(position) from event), 0)
            where coalesce((select max(sequence) from event where kind = ? and fund = ?), -1) = ?""";

    /** From one stream of a kind to the next by the index: their events are not all read to tell which there are. */
    private static final String EACH_OF_KIND = """
            with recursive wanted(kind) as (values (?)),
            each(kind, fund) as (
                select kind, (select e.fund from event e where e.kind = wanted.kind order by e.fund limit 1) from wanted
                union all
                select kind, (
                    select e.fund from event e
                    where e.kind = each.kind and e.fund > each.fund order by e.fund limit 1)
                from each where each.fund is not null)
            """;

    private static final String IDS = EACH_OF_KIND + "select fund from each where fund is not null";

    /** From one kind to the next likewise. */
    private static final String KINDS = """
            with recursive each(kind) as (
                (select kind from event order by kind limit 1)
                union all
                select (select e.kind from event e where e.kind > each.kind order by e.kind limit 1)
                from each where each.kind is not null)
            select kind from each where kind is not null""";

    private static final String HEAD = """
            select fund, sequence + 1, position, hash, recorded_at, begins_simulated(kind, fund) from event
            where kind = ? and fund = ? order by sequence desc limit 1""";

    private static final String HEADS = EACH_OF_KIND + """
            select last.fund, last.sequence + 1, last.position, last.hash, last.recorded_at, begins_simulated(last.kind, last.fund)
            from each cross join lateral (
                select * from event e where e.kind = each.kind and e.fund = each.fund
                order by e.sequence desc limit 1) last""";

    private final Database database;
    private final EventJson json;

    public EventHistory(DataSource dataSource, EventJson json) {
        this.database = new Database(dataSource);
        this.json = json;
    }

    /** All funds' events from one position to another, both included, in their order. */
    public Stream<RecordedEvent> all(long from, long to) {
        return storedAll(from, to)
                .filter(event -> event.stream().is(StreamKind.FUND))
                .map(event -> event.read(json));
    }

    /** One fund's events from one position to another, both included, in their order. */
    public Stream<RecordedEvent> ofFund(String fund, long from, long to) {
        return storedOfFund(fund, from, to).map(event -> event.read(json));
    }

    /** All streams' events from one position to another, both included, in their order, as stored. */
    public Stream<StoredEvent> storedAll(long from, long to) {
        return pages(last ->
                database.ask(jdbc -> jdbc.sql(SELECT + "where position between ? and ? order by position limit ?")
                        .params(last == null ? from : last.position() + 1, to, PAGE)
                        .query(EventHistory::row)
                        .list()));
    }

    /** {@link #ofFund} as stored. */
    public Stream<StoredEvent> storedOfFund(String fund, long from, long to) {
        return storedOf(StreamKind.FUND.of(fund), from, to);
    }

    /** One stream's events from one position to another, both included, in their order, as stored. */
    public Stream<StoredEvent> storedOf(StreamId stream, long from, long to) {
        long first = from <= 1 ? 0 : single("select sequence_from(?, ?, ?)", stream.kind(), stream.id(), from);
        return storedFromSequence(stream, first).takeWhile(event -> event.position() <= to);
    }

    /** One fund's events from one of its sequence numbers on, in their order, as stored. */
    public Stream<StoredEvent> storedFromSequence(String fund, long from) {
        return storedFromSequence(StreamKind.FUND.of(fund), from);
    }

    /** Likewise one stream's. */
    public Stream<StoredEvent> storedFromSequence(StreamId stream, long from) {
        return pages(last -> database.ask(
                jdbc -> jdbc.sql(SELECT + "where kind = ? and fund = ? and sequence >= ? order by sequence limit ?")
                        .params(stream.kind(), stream.id(), last == null ? from : last.sequence() + 1, PAGE)
                        .query(EventHistory::row)
                        .list()));
    }

    /** What a fund recorded under a voucher number. */
    public Optional<RecordedEvent> find(String fund, String ref) {
        return database.ask(jdbc -> jdbc.sql(SELECT + "where kind = ? and fund = ? and ref = ?")
                        .params(StreamKind.FUND.code(), fund, ref)
                        .query(EventHistory::row)
                        .optional())
                .map(event -> event.read(json));
    }

    /** Likewise under several; what recorded nothing is left out. */
    public List<RecordedEvent> findAll(String fund, Collection<String> refs) {
        return database
                .ask(jdbc -> jdbc.sql(SELECT + "where kind = ? and fund = ? and ref = any(?)")
                        .params(StreamKind.FUND.code(), fund, refs.toArray(String[]::new))
                        .query(EventHistory::row)
                        .list())
                .stream()
                .map(event -> event.read(json))
                .toList();
    }

    /** The last position of all, 0 where nothing is recorded. */
    public long lastPosition() {
        return single("select coalesce(max(position), 0) from event");
    }

    /** The last position recorded by an instant, 0 where there was none yet. */
    public long positionAt(Instant instant) {
        return single("select position_at(?)", OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    /** What the history says of how one of a fund's events came to be recorded; empty where it has no such event. */
    public Optional<Circumstances> circumstances(String fund, long sequence) {
        return database.ask(jdbc -> jdbc.sql("select metadata from event where kind = ? and fund = ? and sequence = ?")
                .params(StreamKind.FUND.code(), fund, sequence)
                .query((row, number) -> json.circumstances(row.getString(1)))
                .optional());
    }

    /** A fund's last sequence number; empty where it has no events. */
    public OptionalLong lastSequence(String fund) {
        return lastSequence(StreamKind.FUND.of(fund));
    }

    /** Likewise a stream's. */
    public OptionalLong lastSequence(StreamId stream) {
        long last = single(
                "select coalesce(max(sequence), -1) from event where kind = ? and fund = ?",
                stream.kind(),
                stream.id());
        return last < 0 ? OptionalLong.empty() : OptionalLong.of(last);
    }

    /**
     * The last position of all, provided that a stream's last event is still the one with this sequence number (-1: it has none).
     *
     * @return empty where the stream has moved on
     */
    public OptionalLong lastPositionIfStillAt(StreamId stream, long sequence) {
        // As a list: the query's own stream would hold its connection until somebody closed it.
        return database
                .ask(jdbc -> jdbc.sql(LAST_POSITION_IF_STILL_AT)
                        .params(stream.kind(), stream.id(), sequence)
                        .query(Long.class)
                        .list())
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** The funds that have events, in code point order. */
    public List<String> funds() {
        return database.ask(jdbc ->
                jdbc.sql(IDS).param(StreamKind.FUND.code()).query(String.class).list());
    }

    /** The kinds of streams that have events, those included that this program does not know. */
    public List<String> kinds() {
        return database.ask(jdbc -> jdbc.sql(KINDS).query(String.class).list());
    }

    /** Each fund's head, by fund in code point order. */
    public List<Head> heads() {
        return heads(StreamKind.FUND.code());
    }

    /** The heads of a kind's streams, by id in code point order. */
    public List<Head> heads(String kind) {
        return database.ask(
                jdbc -> jdbc.sql(HEADS).param(kind).query(EventHistory::head).list());
    }

    /** A fund's head; empty where it has no events. */
    public Optional<Head> head(String fund) {
        return database.ask(jdbc -> jdbc.sql(HEAD)
                .params(StreamKind.FUND.code(), fund)
                .query(EventHistory::head)
                .optional());
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                HexFormat.of().formatHex(row.getBytes(4)),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getBoolean(6));
    }

    private long single(String query, Object... parameters) {
        Long value = database.ask(
                jdbc -> jdbc.sql(query).params(parameters).query(Long.class).single());
        return value;
    }

    private static StoredEvent row(ResultSet row, int number) throws SQLException {
        return new StoredEvent(
                row.getLong("position"),
                new StreamId(row.getString("kind"), row.getString("fund")),
                row.getLong("sequence"),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getInt("revision"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"),
                row.getString("ref"),
                row.getString("reverses"),
                row.getString("payload"),
                row.getString("metadata"),
                row.getBytes("previous_hash"),
                row.getBytes("hash"));
    }

    /** Page after page, each asked for by the event before it, until one is not full. */
    private static Stream<StoredEvent> pages(NextPage next) {
        return Stream.iterate(
                        next.after(null),
                        page -> !page.isEmpty(),
                        page -> page.size() < PAGE ? List.<StoredEvent>of() : next.after(page.getLast()))
                .flatMap(List::stream);
    }
}
