package coop.laborfund.api.exporting;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.ledger.posting.Postings;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fund's journal, straight from its events, in the order of posting dates, of one day in that of recording. A long history needs
 * no more memory than a short one. Close it to let go of the file that holds the rest.
 */
final class JournalBook implements AutoCloseable {

    private final Map<LedgerAccount, LocalDate> firstDays = new HashMap<>();
    private final SortedSet<YearMonth> closedMonths = new TreeSet<>();
    private final DayPages pages;

    JournalBook() {
        this(new DayPages());
    }

    JournalBook(DayPages pages) {
        this.pages = pages;
    }

    static JournalBook of(Stream<RecordedEvent> events) {
        JournalBook book = new JournalBook();
        events.forEach(recorded -> book.add(recorded.position(), recorded.event(), Postings.of(recorded.event())));
        return book;
    }

    /** Adds a fund's next event and what it posts. */
    void add(long position, FundEvent event, Entry entry) {
        if (event instanceof MonthClosed closed) {
            closedMonths.add(closed.month());
        }
        if (entry.lines().isEmpty()) {
            return;
        }
        for (Line line : entry.lines()) {
            firstDays.merge(LedgerAccount.of(line), entry.date(), (one, other) -> one.isBefore(other) ? one : other);
        }
        pages.add(entry.date(), PostingBytes.write(Posting.of(position, event, entry)));
    }

    /** Every month that has been closed. */
    SortedSet<YearMonth> closedMonths() {
        return Collections.unmodifiableSortedSet(closedMonths);
    }

    /** The accounts that something is posted to on or before a day. */
    SortedSet<LedgerAccount> accounts(LocalDate until) {
        SortedSet<LedgerAccount> accounts = new TreeSet<>();
        firstDays.forEach((account, day) -> {
            if (!day.isAfter(until)) {
                accounts.add(account);
            }
        });
        return Collections.unmodifiableSortedSet(accounts);
    }

    /** The first posting's day; null where there is none. */
    @Nullable
    LocalDate firstDay() {
        return firstDays.values().stream().min(Comparator.naturalOrder()).orElse(null);
    }

    /** In their order. */
    Iterator<Posting> postings() {
        return new Walk();
    }

    @Override
    public void close() {
        pages.close();
    }

    private final class Walk implements Iterator<Posting> {
        private final Iterator<LocalDate> days = pages.days().iterator();
        private LocalDate day = LocalDate.MIN;
        private DataInputStream in = new DataInputStream(InputStream.nullInputStream());
        private int left;

        @Override
        public boolean hasNext() {
            return left > 0 || days.hasNext();
        }

        @Override
        public Posting next() {
            if (left == 0) {
                day = days.next();
                in = new DataInputStream(new BufferedInputStream(pages.open(day)));
                left = pages.count(day);
            }
            left--;
            try {
                return PostingBytes.read(day, in);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
