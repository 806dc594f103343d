package coop.laborfund.ledger.store;

import coop.laborfund.ledger.chain.EventChain;
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
 * Where each fund's chain ends, as far as this node knows. What it knows counts only while the history's last position is the one
 * that this node wrote: then nobody else has appended anything.
 */
final class FundTails {

    /** @param sequence -1 before the first event */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Tail(long sequence, byte[] hash) {}

    private static final int MOST_KEPT = 20_000;

    private static final String LAST = """
            select wanted.fund, last.sequence, last.hash
            from unnest(?::text[]) wanted(fund)
            cross join lateral (
                select sequence, hash from event where event.fund = wanted.fund order by sequence desc limit 1) last""";

    static final Tail NONE = new Tail(-1, EventChain.start());

    private final SequencedMap<String, Tail> tails = new LinkedHashMap<>();
    private long lastPosition = -1;

    /** The tails of some funds while the history ends at a position, read where they are not known. */
    Map<String, Tail> of(Collection<String> funds, long position, Connection connection) throws SQLException {
        if (position != lastPosition) {
            tails.clear();
        }
        Map<String, Tail> known = new LinkedHashMap<>();
        List<String> unknown = funds.stream()
                .distinct()
                .filter(fund -> !tails.containsKey(fund))
                .toList();
        if (!unknown.isEmpty()) {
            read(unknown, connection, known);
        }
        for (String fund : funds) {
            known.computeIfAbsent(fund, absent -> tails.getOrDefault(absent, NONE));
        }
        return known;
    }

    /** Whether it knows all of these and the position, so that nothing has to be read as long as nobody else appends. */
    boolean knows(Collection<String> funds) {
        return lastPosition > 0 && tails.keySet().containsAll(funds);
    }

    /** The last position that this node wrote, -1 where it does not know. */
    long position() {
        return lastPosition;
    }

    private static void read(List<String> funds, Connection connection, Map<String, Tail> into) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LAST)) {
            query.setArray(1, connection.createArrayOf("text", funds.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    into.put(rows.getString(1), new Tail(rows.getLong(2), rows.getBytes(3)));
                }
            }
        }
    }

    /** Takes down what this node has just committed. */
    void committed(Map<String, Tail> moved, long position) {
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
