package coop.laborfund.api.proof;

import coop.laborfund.api.exporting.HledgerEntries;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.json.CanonicalEvents;
import coop.laborfund.ledger.json.EventJson;
import coop.laborfund.ledger.json.UnreadableEventException;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Postings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a batch of a pack's lines, as far as each can be read without the ones before it; any thread may. */
final class EventReader {

    /**
     * A line that was read.
     *
     * @param line null where it has not the form of one
     * @param event null where it cannot be read or posted
     * @param text its entry as it stands in the journal
     * @param problem what is wrong with the line itself, empty where nothing is
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Read(@Nullable EventLine line, @Nullable RecordedEvent event, Entry entry, byte[] text, String problem) {

        static Read failed(@Nullable EventLine line, String problem) {
            return new Read(line, null, NO_ENTRY, NO_TEXT, problem);
        }

        @Nullable
        String ref() {
            return event == null ? null : event.event().ref();
        }
    }

    private static final Entry NO_ENTRY = Entry.none(LocalDate.EPOCH);
    private static final byte[] NO_TEXT = {};

    private final EventJson json = new EventJson();
    private final CanonicalEvents payloads = new CanonicalEvents(json);

    /** Events that were recorded together bear the same instant. */
    private record Clocked(String text, Instant instant) {}

    private volatile Clocked last = new Clocked("", Instant.EPOCH);

    List<Read> read(byte[] batch) {
        LineReader lines = new LineReader(batch);
        HledgerEntries entries = new HledgerEntries();
        List<Read> read = new ArrayList<>();
        while (!lines.isAtEnd()) {
            read.add(next(lines, batch, entries));
        }
        return read;
    }

    /** Reads all lines of a file in which each is an event. */
    void each(InputStream in, Consumer<RecordedEvent> events) throws IOException {
        LineBatches batches = new LineBatches(in);
        for (byte[] batch = batches.next(); batch != null; batch = batches.next()) {
            for (Read read : read(batch)) {
                events.accept(Objects.requireNonNull(read.event()));
            }
        }
    }

    private Instant instant(String text) {
        Clocked known = last;
        if (!known.text.equals(text)) {
            known = new Clocked(text, Instant.parse(text));
            last = known;
        }
        return known.instant;
    }

    private Read next(LineReader lines, byte[] batch, HledgerEntries entries) {
        EventLine line;
        try {
            line = lines.next();
        } catch (IllegalArgumentException malformed) {
            return Read.failed(null, String.valueOf(malformed.getMessage()));
        }
        try {
            RecordedEvent event = new RecordedEvent(
                    line.position(),
                    line.sequence(),
                    instant(line.recordedAt()),
                    json.circumstances(
                            new String(batch, line.metadata(), line.metadataLength(), StandardCharsets.UTF_8)),
                    payloads.read(
                            line.position(),
                            line.type(),
                            line.revision(),
                            batch,
                            line.payload(),
                            line.payloadLength()));
            Entry entry = Postings.of(event.event());
            return new Read(line, event, entry, entries.write(line.position(), event.event(), entry), "");
        } catch (UnreadableEventException | DateTimeException unreadable) {
            return Read.failed(line, String.valueOf(unreadable.getMessage()));
        } catch (RuntimeException unposted) {
            // What no rule would have let in may fail anywhere in the fold.
            return Read.failed(line, unposted.toString());
        }
    }
}
