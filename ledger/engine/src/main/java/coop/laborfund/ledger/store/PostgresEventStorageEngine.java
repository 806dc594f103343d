package coop.laborfund.ledger.store;

import coop.laborfund.ledger.door.ClockUntrustedException;
import coop.laborfund.ledger.event.Circumstances;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.LedgerEvent;
import coop.laborfund.ledger.event.StreamKind;
import coop.laborfund.ledger.fund.FundState;
import coop.laborfund.ledger.json.EventCatalog;
import coop.laborfund.ledger.json.EventJson;
import coop.laborfund.ledger.json.EventType;
import coop.laborfund.ledger.json.StateJson;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Axon's way to the history. A tracking token is one number, the position: nothing appears behind it, so there are no gaps to
 * remember. Appending opens a transaction of its own whatever surrounds it.
 *
 * <p>An event message's payload is a {@link FundEvent}, of another stream than a fund's the {@link StoredEvent}, and its metadata
 * strings; a snapshot's payload is a {@link FundState}.
 */
public final class PostgresEventStorageEngine implements EventStorageEngine, AutoCloseable {

    /** What Axon calls the aggregate. */
    public static final String AGGREGATE_TYPE = "Fund";

    /** Who recorded what nobody signed for. */
    private static final String UNKNOWN = "unknown";

    /** Not waited for: one that a crash forgets is taken again. */
    private static final String STORE_SNAPSHOT = """
            with unhurried as materialized (select set_config('synchronous_commit', 'off', true))
            insert into snapshot (fund, sequence, revision, data)
            select ?, ?, ?, ? from unhurried
            on conflict (fund) do update
            set sequence = excluded.sequence, revision = excluded.revision, data = excluded.data
            where snapshot.revision <> excluded.revision or snapshot.sequence < excluded.sequence""";

    private static final String CLOCK =
            "select clock_timestamp(), (select recorded_at from event order by position desc limit 1)";

    private static final String LAST_APPENDED = PostgresEventStorageEngine.class.getName() + ".lastAppended";

    private final EventHistory history;
    private final GroupCommit appender;
    private final EventJson json;
    private final Database database;
    private final boolean simulatedClock;
    private final ClockGuard guard = new ClockGuard();

    /** Events bear the database's own instants. */
    public PostgresEventStorageEngine(DataSource dataSource, EventHistory history, EventJson json) {
        this(dataSource, history, json, null);
    }

    private PostgresEventStorageEngine(
            DataSource dataSource, EventHistory history, EventJson json, @Nullable Clock simulated) {
        this.history = history;
        this.appender = new GroupCommit(dataSource, ChainedEvent::of, simulated, guard);
        this.simulatedClock = simulated != null;
        this.json = json;
        this.database = new Database(dataSource);
    }

    /**
     * Events bear the instants of this clock, none before its predecessor's, and the mark that they do. It writes only into an
     * empty history, and as long as nobody else does.
     */
    public static PostgresEventStorageEngine simulated(
            DataSource dataSource, EventHistory history, EventJson json, Clock clock) {
        return new PostgresEventStorageEngine(dataSource, history, json, clock);
    }

    /** Takes down that the history was seen to reach a position: nothing is appended any more where it ends before that. */
    public void reached(long position) {
        appender.reached(position);
    }

    /** Looks at the clock whose instants events bear. */
    public Optional<ClockUntrustedException> clockTrouble() {
        return database.ask(jdbc -> jdbc.sql(CLOCK)
                .query((row, number) -> Optional.ofNullable(EventAppender.trouble(row, 1, guard)))
                .single());
    }

    /** The last position that a unit of work has appended; empty where it appended nothing. */
    public static OptionalLong lastAppendedIn(UnitOfWork<?> unitOfWork) {
        Long position = unitOfWork.root().getResource(LAST_APPENDED);
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }

    /** @throws ConcurrencyException where a stream's sequence, ref or reversal is taken: decide again on fresh state */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        try {
            long last = appender.append(events.stream().map(this::encode).toList());
            CurrentUnitOfWork.ifStarted(unit -> unit.root().resources().put(LAST_APPENDED, last));
        } catch (AppendConflictException taken) {
            throw new ConcurrencyException("somebody else has recorded in the same fund", taken);
        }
    }

    private NewEvent encode(EventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> recorded)
                || !(message.getPayload() instanceof LedgerEvent event)
                || !event.stream().id().equals(recorded.getAggregateIdentifier())) {
            throw new IllegalArgumentException("no event of its stream: " + message.getPayloadType());
        }
        EventType type = EventCatalog.of(event);
        SortedMap<String, String> metadata = new TreeMap<>();
        message.getMetaData().forEach((key, value) -> metadata.put(key, String.valueOf(value)));
        if (simulatedClock) {
            metadata.put(Circumstances.CLOCK, Circumstances.SIMULATED);
        }
        String recordedBy = metadata.remove(EventMetadata.RECORDED_BY);
        return new NewEvent(
                event.stream(),
                recorded.getSequenceNumber(),
                UUID.fromString(message.getIdentifier()),
                type.name(),
                type.revision(),
                recordedBy == null ? UNKNOWN : recordedBy,
                event.reference().orElse(null),
                event.reverses().orElse(null),
                json.write(event),
                json.writeMetadata(metadata));
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return history.storedAll(position(token) + 1, Long.MAX_VALUE)
                .map(event -> new GenericTrackedDomainEventMessage<>(
                        new GlobalSequenceTrackingToken(event.position()), decode(event)));
    }

    @Override
    public DomainEventStream readEvents(String fund, long firstSequence) {
        return DomainEventStream.of(
                history.storedFromSequence(fund, firstSequence).map(this::decode));
    }

    private DomainEventMessage<?> decode(StoredEvent event) {
        boolean isFunds = event.stream().is(StreamKind.FUND);
        return new GenericDomainEventMessage<Object>(
                isFunds ? AGGREGATE_TYPE : event.stream().kind(),
                event.stream().id(),
                event.sequence(),
                isFunds ? event.read(json).event() : event,
                metadata(event),
                event.eventId().toString(),
                event.recordedAt());
    }

    private Map<String, String> metadata(StoredEvent event) {
        Map<String, String> metadata = new HashMap<>(json.readMetadata(event.metadata()));
        metadata.put(EventMetadata.RECORDED_BY, event.recordedBy());
        return metadata;
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String fund) {
        return history.lastSequence(fund).stream().boxed().findFirst();
    }

    /** Keeps a snapshot, the newest of its fund; one that comes late, after a newer one, changes nothing. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        if (!(snapshot.getPayload() instanceof FundState state)) {
            throw new IllegalArgumentException("no state of a fund: " + snapshot.getPayloadType());
        }
        database.ask(jdbc -> jdbc.sql(STORE_SNAPSHOT)
                .params(
                        snapshot.getAggregateIdentifier(),
                        snapshot.getSequenceNumber(),
                        StateJson.REVISION,
                        StateJson.write(state))
                .update());
    }

    /** The fund's snapshot, where there is one in the form of today. */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String fund) {
        return database.ask(jdbc -> jdbc.sql("select sequence, data from snapshot where fund = ? and revision = ?")
                .params(fund, StateJson.REVISION)
                .<DomainEventMessage<?>>query(
                        (row, number) -> snapshot(fund, row.getLong(1), StateJson.read(row.getBytes(2))))
                .optional());
    }

    /** A fund's state after the event of this sequence, as {@link #storeSnapshot} takes it. */
    public static DomainEventMessage<FundState> snapshot(String fund, long sequence, FundState state) {
        return new GenericDomainEventMessage<>(AGGREGATE_TYPE, fund, sequence, state);
    }

    /** The start of the history, before the first event. */
    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return token(history.lastPosition());
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant instant) {
        // Axon asks for a token from which on everything at or after the instant is read.
        return token(history.positionAt(instant.minusNanos(1_000)));
    }

    /** Lets what waits be written, and takes nothing more. */
    @Override
    public void close() {
        appender.close();
    }

    private static @Nullable TrackingToken token(long position) {
        return position == 0 ? null : new GlobalSequenceTrackingToken(position);
    }

    private static long position(@Nullable TrackingToken token) {
        TrackingToken plain = WrappedToken.unwrapLowerBound(token);
        if (plain == null) {
            return 0;
        }
        if (plain instanceof GlobalSequenceTrackingToken position) {
            return position.getGlobalIndex();
        }
        throw new IllegalArgumentException("no token of this store: " + token);
    }
}
