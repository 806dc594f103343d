package coop.laborfund.api.backup;

import coop.laborfund.api.words.Words;
import coop.laborfund.ledger.chain.EventChain;
import coop.laborfund.ledger.chain.Head;
import coop.laborfund.ledger.event.StreamId;
import coop.laborfund.ledger.event.StreamKind;
import coop.laborfund.ledger.json.EventJson;
import coop.laborfund.ledger.store.StoredEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Follows the chains of all streams through the events of a backup, in the order of their positions. */
final class BackupChain {

    private static final int MOST = 100;
    private static final String UTC = "+00";
    private static final HexFormat HEX = HexFormat.of();

    private final EventJson json = new EventJson();
    private final Map<StreamId, Head> heads = new HashMap<>();
    private final List<Words> faults = new ArrayList<>();
    private long position;
    private Instant recordedAt = Instant.EPOCH;

    void next(CopyRows row) {
        StoredEvent event;
        try {
            event = event(row);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            fault(Words.of("backupEventUnreadable", position + 1));
            return;
        }
        Head before = heads.get(event.stream());
        byte[] previous = before == null ? EventChain.start() : HEX.parseHex(before.hash());
        long sequence = before == null ? 0 : before.events();
        if (event.position() != position + 1) {
            fault(Words.of("backupPositions", position, event.position()));
        }
        if (!Arrays.equals(event.hash(), EventChain.hash(event.canonical()))) {
            fault(Words.of("backupHash", event.position(), event.fund()));
        } else if (event.sequence() != sequence || !Arrays.equals(event.previousHash(), previous)) {
            fault(Words.of("backupLink", event.position(), event.fund()));
        }
        if (event.recordedAt().isBefore(recordedAt)) {
            fault(Words.of("backupInstant", event.position(), event.fund()));
        }
        position = event.position();
        recordedAt = event.recordedAt();
        heads.put(
                event.stream(),
                new Head(
                        event.fund(),
                        event.sequence() + 1,
                        position,
                        HEX.formatHex(event.hash()),
                        recordedAt,
                        before == null ? isSimulated(event) : before.simulatedClock()));
    }

    private boolean isSimulated(StoredEvent event) {
        return json.circumstances(event.metadata()).simulatedClock();
    }

    private void fault(Words words) {
        if (faults.size() < MOST) {
            faults.add(words);
        }
    }

    private static StoredEvent event(CopyRows row) {
        return new StoredEvent(
                row.number("position"),
                new StreamId(row.text("kind"), row.text("fund")),
                row.number("sequence"),
                UUID.fromString(row.text("event_id")),
                row.text("type"),
                Math.toIntExact(row.number("revision")),
                instant(row.text("recorded_at")),
                row.text("recorded_by"),
                row.get("ref"),
                row.get("reverses"),
                row.text("payload"),
                row.text("metadata"),
                bytes(row.text("previous_hash")),
                bytes(row.text("hash")));
    }

    /** As PostgreSQL writes it in UTC: {@code 2026-11-27 08:15:30.123456+00}. */
    private static Instant instant(String text) {
        if (!text.endsWith(UTC)) {
            throw new IllegalArgumentException("not in UTC: " + text);
        }
        return LocalDateTime.parse(
                        text.substring(0, text.length() - UTC.length()).replace(' ', 'T'))
                .toInstant(ZoneOffset.UTC);
    }

    private static byte[] bytes(String text) {
        if (!text.startsWith("\\x")) {
            throw new IllegalArgumentException("no bytes: " + text);
        }
        return HEX.parseHex(text, 2, text.length());
    }

    /** What is wrong, the first hundred of it. */
    List<Words> faults() {
        return List.copyOf(faults);
    }

    /** The last position, 0 where there were no events. */
    long position() {
        return position;
    }

    /** Each fund's head, by fund in code point order. */
    List<Head> heads() {
        Map<String, Head> byFund = new TreeMap<>();
        heads.forEach((stream, head) -> {
            if (stream.is(StreamKind.FUND)) {
                byFund.put(stream.id(), head);
            }
        });
        return List.copyOf(byFund.values());
    }
}
