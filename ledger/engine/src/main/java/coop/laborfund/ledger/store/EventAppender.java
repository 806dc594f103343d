package coop.laborfund.ledger.store;

import coop.laborfund.ledger.chain.EventChain;
import coop.laborfund.ledger.door.ClockUntrustedException;
import coop.laborfund.ledger.door.HistoryCutException;
import coop.laborfund.ledger.event.StreamId;
import coop.laborfund.ledger.store.StreamTails.Tail;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Writes appends at the end of the history, many in one transaction. Whoever appends holds one lock from numbering to commit, on
 * whatever node: so positions follow the order of commits without gaps, and no reader ever sees one appear late. For one thread
 * alone, the writer's, unless said otherwise.
 */
final class EventAppender {

    /** The lock's name: "laborfun" in ASCII. */
    static final String LOCK = "select pg_advisory_xact_lock(%d)".formatted(0x6c61626f7266756eL);

    private static final String END = """
            select coalesce(last.position, 0), greatest(last.recorded_at, coalesce(?, clock_timestamp())),
                   clock_timestamp(), last.recorded_at
            from (select) one
            left join (select position, recorded_at from event order by position desc limit 1) last on true""";

    /** With a limit in the subquery, which leaves the planner no way but the index, whatever it thinks of the table's size. */
    private static final String TAKEN = """
            select wanted.number
            from unnest(?::int[], ?::text[], ?::text[], ?::text[]) wanted(number, kind, fund, ref)
            cross join lateral (
                select from event
                where event.kind = wanted.kind and event.fund = wanted.fund and event.ref = wanted.ref limit 1) taken""";

    private final StreamTails tails = new StreamTails();
    private final DatabaseClock clock = new DatabaseClock();
    private final Chaining chaining;
    private final @Nullable Clock simulated;
    private final ClockGuard guard;

    /** Where the history ended after the last append by the simulated clock. */
    private long simulatedEnd;

    /** The last position that was seen committed, which the history never ends before, whatever else is forgotten. */
    private final AtomicLong furthest = new AtomicLong();

    /** Whether nobody else had appended anything when this node looked last. */
    private boolean wasAlone;

    private boolean mayHaveCommitted;

    /**
     * @param chaining {@link ChainedEvent#of}, unless a measurement wants to know what it costs
     * @param simulated whose instants a sample's events bear; null for the database's own
     * @param guard of the database's
     */
    EventAppender(Chaining chaining, @Nullable Clock simulated, ClockGuard guard) {
        this.chaining = chaining;
        this.simulated = simulated;
        this.guard = guard;
    }

    /**
     * Where the history stands under the lock.
     *
     * @param now the instant of what is appended next
     * @param clock why the clock cannot be right, null where it can
     * @param taken the appends one of whose refs is recorded already
     */
    private record Standing(
            long position, OffsetDateTime now, @Nullable ClockUntrustedException clock, Set<Append> taken) {}

    /**
     * What a transaction has done.
     *
     * @param written the last position of each append that is in it
     * @param refused why the others are not
     */
    record Written(Map<Append, Long> written, Map<Append, RuntimeException> refused) {}

    /** Forgets what is known of the end of the history: whether the last transaction was committed is not certain. */
    void forget() {
        tails.forget();
        clock.forget();
    }

    /** Whether the last transaction, if it failed, had come so far that its commit may have been sent. */
    boolean mayHaveCommitted() {
        return mayHaveCommitted;
    }

    /**
     * Appends what meets no conflict, and commits. On an exception nothing was written, unless the commit itself was lost.
     *
     * @throws HistoryCutException where the history ends before what this node has seen
     */
    Written append(List<Append> appends, Connection connection) throws SQLException {
        mayHaveCommitted = false;
        Written unasked = appendUnasked(appends, connection);
        return unasked != null ? unasked : lookAndAppend(appends, connection);
    }

    /**
     * In one round trip what is in all likelihood free: as long as nobody but this node appends, it knows how the history ends. The
     * statement writes only where it still does.
     *
     * @return null where nothing was written: something is not known, or not so any more
     */
    private @Nullable Written appendUnasked(List<Append> appends, Connection connection) throws SQLException {
        List<StreamId> streams = appends.stream().map(Append::stream).toList();
        OffsetDateTime now = clock.now();
        if (simulated != null
                || now == null
                || events(appends) > AppendSizes.MOST_INSERTED
                || !wasAlone
                || !tails.knows(streams)) {
            return null;
        }
        Standing end = new Standing(tails.position(), now, null, Set.of());
        Map<StreamId, Tail> ends = tails.of(streams, end.position, connection);
        if (!refused(appends, end, ends).isEmpty()) {
            return null;
        }
        EventInsert rows = EventInsert.unasked(connection, now, events(appends), end.position);
        Map<Append, Long> written = write(appends, end, ends, rows);
        return written.isEmpty() ? null : new Written(written, Map.of());
    }

    private Written lookAndAppend(List<Append> appends, Connection connection) throws SQLException {
        Standing end = lockAndLook(appends, connection);
        requireWhole(end);
        requireOwnBefore(end);
        carryOn(end);
        wasAlone = end.position == tails.position();
        Map<StreamId, Tail> ends = tails.of(appends.stream().map(Append::stream).toList(), end.position, connection);
        Map<Append, RuntimeException> refused = refused(appends, end, ends);
        List<Append> free =
                appends.stream().filter(append -> !refused.containsKey(append)).toList();
        if (free.isEmpty()) {
            connection.rollback();
            return new Written(Map.of(), refused);
        }
        EventRows rows = events(free) <= AppendSizes.MOST_INSERTED
                ? EventInsert.locked(connection, end.now, events(free))
                : new EventCopy(connection, end.now);
        Map<Append, Long> written = write(free, end, ends, rows);
        simulatedEnd = tails.position();
        return new Written(written, refused);
    }

    /** A clock that cannot be right is looked at again before each append. */
    private void carryOn(Standing end) {
        if (end.clock == null) {
            clock.read(end.now);
        } else {
            clock.forget();
        }
    }

    /** What is appended after a cut takes the places of what is gone, and nobody could tell any more that anything is. */
    private void requireWhole(Standing end) {
        long seen = furthest.get();
        if (end.position < seen) {
            throw new HistoryCutException(seen, end.position);
        }
        reached(end.position);
    }

    /** Takes down that the history was seen to reach a position. For any thread. */
    void reached(long position) {
        furthest.accumulateAndGet(position, Math::max);
    }

    /** Invented instants begin a history or follow invented ones: among real ones nobody could tell what is true. */
    private void requireOwnBefore(Standing end) {
        if (simulated != null && end.position != simulatedEnd) {
            throw new IllegalStateException(
                    "a simulated clock writes only what follows its own, and the history ends at " + end.position);
        }
    }

    private static int events(List<Append> appends) {
        return appends.stream().mapToInt(Append::size).sum();
    }

    private static Map<Append, RuntimeException> refused(List<Append> appends, Standing end, Map<StreamId, Tail> ends) {
        Map<Append, RuntimeException> refused = new HashMap<>();
        Map<StreamId, Long> lastSequences = new HashMap<>();
        ends.forEach((stream, tail) -> lastSequences.put(stream, tail.sequence()));
        for (Append append : appends) {
            long last = lastSequences.getOrDefault(append.stream(), StreamTails.NONE.sequence());
            if (end.clock != null && !append.isClockTrusted()) {
                refused.put(append, end.clock);
            } else if (end.taken.contains(append)) {
                refused.put(append, new AppendConflictException("a ref is taken"));
            } else if (append.events().getFirst().sequence() != last + 1) {
                refused.put(append, new AppendConflictException("the stream has moved on"));
            } else {
                lastSequences.put(append.stream(), last + append.size());
            }
        }
        return refused;
    }

    /**
     * Chains and writes one event after another, so that the server takes in what is chained already; and commits.
     *
     * @param ends where the streams' chains end; moved on
     * @return the last position of each append; none where nothing was written
     */
    private Map<Append, Long> write(List<Append> appends, Standing end, Map<StreamId, Tail> ends, EventRows writing)
            throws SQLException {
        mayHaveCommitted = true;
        Map<Append, Long> written = new HashMap<>();
        String now = EventChain.instant(end.now.toInstant());
        long position = end.position;
        try (EventRows rows = writing) {
            for (Append append : appends) {
                Tail tail = ends.getOrDefault(append.stream(), StreamTails.NONE);
                for (int i = 0; i < append.size(); i++) {
                    NewEvent event = append.events().get(i);
                    ChainedEvent chained = chaining.chain(event, append.preparedRow(i), ++position, now, tail.hash());
                    rows.add(chained);
                    tail = new Tail(event.sequence(), chained.hash());
                }
                ends.put(append.stream(), tail);
                written.put(append, position);
            }
            if (!rows.commit()) {
                mayHaveCommitted = false;
                return Map.of();
            }
        }
        tails.committed(ends, position);
        reached(position);
        return written;
    }

    /**
     * In one round trip. Each statement's snapshot is taken when it begins, and so is younger than the lock.
     *
     * <p>Of small appends it asks whether one of their refs is recorded already: they are decided as if it were not, so that no
     * command has to ask for itself. Large ones have asked.
     */
    private Standing lockAndLook(List<Append> appends, Connection connection) throws SQLException {
        List<Integer> numbers = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<String> refs = new ArrayList<>();
        for (int number = 0; number < appends.size(); number++) {
            if (!appends.get(number).isLarge()) {
                for (NewEvent event : appends.get(number).events()) {
                    if (event.ref() != null) {
                        numbers.add(number);
                        kinds.add(event.stream().kind());
                        ids.add(event.stream().id());
                        refs.add(event.ref());
                    }
                }
            }
        }
        try (PreparedStatement look = connection.prepareStatement(LOCK + ";" + END + ";" + TAKEN)) {
            look.setObject(1, simulated == null ? null : OffsetDateTime.now(simulated), Types.TIMESTAMP_WITH_TIMEZONE);
            look.setArray(2, connection.createArrayOf("int4", numbers.toArray()));
            look.setArray(3, connection.createArrayOf("text", kinds.toArray()));
            look.setArray(4, connection.createArrayOf("text", ids.toArray()));
            look.setArray(5, connection.createArrayOf("text", refs.toArray()));
            look.execute();
            look.getMoreResults();
            long position;
            OffsetDateTime now;
            ClockUntrustedException untrusted;
            try (ResultSet end = look.getResultSet()) {
                end.next();
                position = end.getLong(1);
                now = end.getObject(2, OffsetDateTime.class);
                untrusted = simulated == null ? trouble(end, 3, guard) : null;
            }
            look.getMoreResults();
            Set<Append> taken = new HashSet<>();
            try (ResultSet rows = look.getResultSet()) {
                while (rows.next()) {
                    taken.add(appends.get(rows.getInt(1)));
                }
            }
            return new Standing(position, now, untrusted, taken);
        }
    }

    /** What a row with the database's clock, and the instant of the last event after it, tells the guard. */
    static @Nullable ClockUntrustedException trouble(ResultSet row, int column, ClockGuard guard) throws SQLException {
        OffsetDateTime last = row.getObject(column + 1, OffsetDateTime.class);
        return guard.look(
                        row.getObject(column, OffsetDateTime.class).toInstant(), last == null ? null : last.toInstant())
                .orElse(null);
    }
}
