package coop.laborfund.api.answer;

import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.movement.MovementType;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Postings;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of a fund's journal, in the order of recording.
 *
 * @param next give it as {@code after} for the next page; null on the last one
 */
public record JournalAnswer(
        List<JournalItem> items, @Nullable Long next) {

    /**
     * An entry.
     *
     * @param date the posting date; a December closing's is 31 December whenever it was made
     * @param type the movement's type
     * @param lines two or more, balanced
     */
    public record JournalItem(
            long position,
            String date,
            String ref,
            String type,
            String recordedAt,
            String memo,
            List<EntryLine> lines) {

        /** The entry of an event; none where it posts nothing, or not on the days from one to another, both included. */
        public static Stream<JournalItem> of(RecordedEvent recorded, LocalDate from, LocalDate to) {
            Entry entry = Postings.of(recorded.event());
            if (entry.lines().isEmpty()
                    || entry.date().isBefore(from)
                    || entry.date().isAfter(to)) {
                return Stream.empty();
            }
            return Stream.of(new JournalItem(
                    recorded.position(),
                    entry.date().toString(),
                    recorded.event().ref(),
                    MovementType.of(recorded.event()).name(),
                    recorded.recordedAt().toString(),
                    recorded.event().voucher().memo(),
                    entry.lines().stream().map(EntryLine::of).toList()));
        }
    }
}
