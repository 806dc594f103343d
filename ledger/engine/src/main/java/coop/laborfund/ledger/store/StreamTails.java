package coop.laborfund.ledger.store;

import coop.laborfund.ledger.chain.EventChain;
import coop.laborfund.ledger.event.StreamId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Where each stream's chain ends, as far as this node knows. What it knows counts only while the history's last position is the one
 * that this node wrote: then nobody else has appended anything.
 */
final class StreamTails {

    /** @param sequence -1 before the first event */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Tail(long sequence, byte[] hash) {}

    private static final int MOST_KEPT = 20_000;

    private static final String LAST = """
            select wanted.kind, wanted.fund, last.sequence, last.hash
            from unnest(?::text[], ?::text[]) wanted(kind, fund)
            cross join lateral (
                select sequence, hash from event where event.kind = wanted.kind and event.fund = wanted.fund
                order by sequence desc limit 1) last""";

    static final Tail NONE = new Tail(-1, EventChain.start());

    private final SequencedMap<StreamId, Tail> tails = new LinkedHashMap<>();
    private long lastPosition = -1;

    /** The tails of some streams while the history ends at a position, read where they are not known. */
    Map<StreamId, Tail> of(Collection<StreamId> streams, long position, Connection connection) throws SQLException {
        if (position != lastPosition) {
            tails.clear();
        }
        Map<StreamId, Tail> known = new LinkedHashMap<>();
        List<StreamId> unknown = streams.stream()
                .distinct()
                .filter(stream -> !tails.containsKey(stream))
                .toList();
        if (!unknown.isEmpty()) {
            read(unknown, connection, known);
        }
        for (StreamId stream : streams) {
            known.computeIfAbsent(stream, absent -> tails.getOrDefault(absent, NONE));
        }
        return known;
    }

    /** Whether it knows all of these and the position, so that nothing has to be read as long as nobody else appends. */
    boolean knows(Collection<StreamId> streams) {
        return lastPosition > 0 && tails.keySet().containsAll(streams);
    }

    /** The last position that this node wrote, -1 where it does not know. */
    long position() {
        return lastPosition;
    }

    private static void read(List<StreamId> streams, Connection connection, Map<StreamId, Tail> into)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LAST)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "text", streams.stream().map(StreamId::kind).toArray()));
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "text", streams.stream().map(StreamId::id).toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    into.put(
                            new StreamId(rows.getString(1), rows.getString(2)),
                            new Tail(rows.getLong(3), rows.getBytes(4)));
                }
            }
        }
    }

    /** Takes down what this node has just committed. */
    void committed(Map<StreamId, Tail> moved, long position) {
        moved.forEach(tails::putLast);
        while (tails.size() > MOST_KEPT) {
            tails.pollFirstEntry();
        }
        lastPosition = position;
    }

    /** Forgets everything: what was committed is not certain. */
    void forget() {
        tails.clear();
        lastPosition = -1;
    }
}
