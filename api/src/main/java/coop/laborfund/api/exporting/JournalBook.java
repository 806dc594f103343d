package coop.laborfund.api.exporting;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.MonthClosed;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Postings;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A fund's journal, straight from its events.
 *
 * @param postings in the order of their dates, of one day in that of recording
 * @param closedMonths every month that has been closed
 */
record JournalBook(List<Posting> postings, SortedSet<YearMonth> closedMonths) {

    /** An entry with the event that made it. */
    record Posting(long position, FundEvent event, Entry entry) {

        LocalDate date() {
            return entry.date();
        }

        /** The memo without line breaks and tabs, for formats that end something at them. */
        String oneLineMemo() {
            return event.voucher().memo().replaceAll("\\p{Cntrl}+", " ");
        }
    }

    static JournalBook of(Stream<RecordedEvent> events) {
        List<Posting> postings = new ArrayList<>();
        SortedSet<YearMonth> closedMonths = new TreeSet<>();
        events.forEach(recorded -> {
            if (recorded.event() instanceof MonthClosed closed) {
                closedMonths.add(closed.month());
            }
            Entry entry = Postings.of(recorded.event());
            if (!entry.lines().isEmpty()) {
                postings.add(new Posting(recorded.position(), recorded.event(), entry));
            }
        });
        postings.sort(Comparator.comparing(Posting::date).thenComparingLong(Posting::position));
        return new JournalBook(postings, closedMonths);
    }
}
