package coop.laborfund.api.proof;

import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.json.EventJson;
import coop.laborfund.ledger.json.UnreadableEventException;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Postings;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a batch of a pack's lines, as far as each can be read without the ones before it; any thread may. */
final class EventReader {

    /**
     * A line that was read.
     *
     * @param line null where it has not the form of one
     * @param event null where it cannot be read or posted
     * @param problem what is wrong with the line itself, empty where nothing is
     */
    record Read(@Nullable EventLine line, @Nullable RecordedEvent event, Entry entry, String problem) {

        @Nullable
        String ref() {
            return event == null ? null : event.event().ref();
        }
    }

    private static final Entry NO_ENTRY = Entry.none(LocalDate.EPOCH);

    private final EventJson json = new EventJson();

    List<Read> read(byte[] batch) {
        List<Read> lines = new ArrayList<>();
        int from = 0;
        while (from < batch.length) {
            int to = from;
            while (to < batch.length && batch[to] != '\n') {
                to++;
            }
            lines.add(to < batch.length ? read(batch, from, to) : new Read(null, null, NO_ENTRY, "no line break"));
            from = to + 1;
        }
        return lines;
    }

    private Read read(byte[] batch, int from, int to) {
        EventLine line;
        try {
            line = EventLine.read(batch, from, to);
        } catch (RuntimeException malformed) {
            return new Read(null, null, NO_ENTRY, String.valueOf(malformed.getMessage()));
        }
        try {
            RecordedEvent event = new RecordedEvent(
                    line.position(),
                    line.sequence(),
                    Instant.parse(line.recordedAt()),
                    json.read(line.position(), line.type(), line.revision(), line.payload()));
            return new Read(line, event, Postings.of(event.event()), "");
        } catch (UnreadableEventException | DateTimeException unreadable) {
            return new Read(line, null, NO_ENTRY, String.valueOf(unreadable.getMessage()));
        } catch (RuntimeException unposted) {
            // What no rule would have let in may fail anywhere in the fold.
            return new Read(line, null, NO_ENTRY, unposted.toString());
        }
    }
}
