package coop.laborfund.api.proof;

import coop.laborfund.ledger.digest.Sha256;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.json.EventJson;
import coop.laborfund.ledger.json.UnreadableEventException;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Postings;
import java.security.MessageDigest;
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

    /** Events that were recorded together bear the same instant. */
    private record Clocked(String text, Instant instant) {}

    private volatile Clocked last = new Clocked("", Instant.EPOCH);

    List<Read> read(byte[] batch) {
        MessageDigest sha256 = Sha256.start();
        List<Read> lines = new ArrayList<>();
        int from = 0;
        while (from < batch.length) {
            int to = from;
            while (to < batch.length && batch[to] != '\n') {
                to++;
            }
            lines.add(
                    to < batch.length
                            ? read(batch, from, to, sha256)
                            : new Read(null, null, NO_ENTRY, "no line break"));
            from = to + 1;
        }
        return lines;
    }

    private Instant instant(String text) {
        Clocked known = last;
        if (!known.text.equals(text)) {
            known = new Clocked(text, Instant.parse(text));
            last = known;
        }
        return known.instant;
    }

    private Read read(byte[] batch, int from, int to, MessageDigest sha256) {
        EventLine line;
        try {
            line = EventLine.read(batch, from, to, sha256);
        } catch (RuntimeException malformed) {
            sha256.reset();
            return new Read(null, null, NO_ENTRY, String.valueOf(malformed.getMessage()));
        }
        try {
            RecordedEvent event = new RecordedEvent(
                    line.position(),
                    line.sequence(),
                    instant(line.recordedAt()),
                    json.read(
                            line.position(),
                            line.type(),
                            line.revision(),
                            batch,
                            line.payload(),
                            line.payloadLength()));
            return new Read(line, event, Postings.of(event.event()), "");
        } catch (UnreadableEventException | DateTimeException unreadable) {
            return new Read(line, null, NO_ENTRY, String.valueOf(unreadable.getMessage()));
        } catch (RuntimeException unposted) {
            // What no rule would have let in may fail anywhere in the fold.
            return new Read(line, null, NO_ENTRY, unposted.toString());
        }
    }
}
