package coop.laborfund.ledger.json;

import coop.laborfund.ledger.event.FundEvent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads stored events faster than {@link EventJson} where they stand as it writes them: then the bytes alone say where each value
 * is. Everything else is left to it, an older revision, a reversal, a text that was tampered with, so that
 * both give the same event or the same error for any text.
 */
public final class CanonicalEvents {

    private final EventJson json;

    /** Made at the first event: to make them costs a command that reads none more than its answer. */
    private static final class Records {

        private static final Map<String, CanonicalRecord> BY_TYPE = byType();

        private Records() {}

        private static Map<String, CanonicalRecord> byType() {
            Map<String, CanonicalRecord> records = new HashMap<>();
            for (EventType type : EventCatalog.types()) {
                CanonicalRecord.of(type.eventClass()).ifPresent(record -> records.put(type.name(), record));
            }
            return records;
        }
    }

    public CanonicalEvents(EventJson json) {
        this.json = json;
    }

    /** As {@link #read(long, String, int, byte[], int, int)}, a text of its own. */
    public FundEvent read(long position, String type, int revision, byte[] payload) {
        return read(position, type, revision, payload, 0, payload.length);
    }

    /**
     * An event from what was stored, of this or an older revision.
     *
     * @param position where it stands in the history, for the error
     * @param text UTF-8 in which the payload stands
     * @throws UnreadableEventException naming type, revision and position
     */
    public FundEvent read(long position, String type, int revision, byte[] text, int from, int length) {
        CanonicalRecord record = json.isCurrent(type, revision) ? Records.BY_TYPE.get(type) : null;
        FundEvent event = record == null ? null : canonical(record, new CanonicalText(text, from, from + length));
        return event != null ? event : json.read(position, type, revision, text, from, length);
    }

    /** Null where the text is otherwise: Jackson finds the words for what is wrong, or reads what is right all the same. */
    private static @Nullable FundEvent canonical(CanonicalRecord record, CanonicalText payload) {
        try {
            FundEvent event = (FundEvent) record.read(payload);
            return payload.isAtEnd() ? event : null;
        } catch (RuntimeException otherwise) {
            return null;
        }
    }
}
