package coop.laborfund.api.exporting;

import static java.util.Comparator.comparing;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.MonthClosed;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.ledger.posting.Postings;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fund's journal, straight from its events, in the order of posting dates. Beyond a number of lines postings are sorted in a
 * temporary file, so that a long history needs no more memory than a short one. Close it to let go of the file.
 */
public final class JournalBook implements AutoCloseable {

    /** The order of a journal: by date, of one day in that of recording. */
    private static final Comparator<Posting> ORDER = comparing(Posting::date).thenComparingLong(Posting::position);

    /** Lines that are kept in memory, the more the more there is of it; each posting weighs a few besides. */
    private static final int ROOM =
            (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 384);

    private static final int POSTING_WEIGHT = 4;

    private final int room;
    private final Map<LedgerAccount, LocalDate> firstDays = new HashMap<>();
    private final SortedSet<YearMonth> closedMonths = new TreeSet<>();
    private List<Posting> inMemory = new ArrayList<>();
    private @Nullable PostingRuns runs;
    private int weight;

    public JournalBook() {
        this(ROOM);
    }

    JournalBook(int room) {
        this.room = room;
    }

    static JournalBook of(Stream<RecordedEvent> events) {
        JournalBook book = new JournalBook();
        events.forEach(recorded -> book.add(recorded.position(), recorded.event(), Postings.of(recorded.event())));
        return book;
    }

    /** Adds a fund's next event and what it posts. */
    public void add(long position, FundEvent event, Entry entry) {
        if (event instanceof MonthClosed closed) {
            closedMonths.add(closed.month());
        }
        if (entry.lines().isEmpty()) {
            return;
        }
        for (Line line : entry.lines()) {
            firstDays.merge(LedgerAccount.of(line), entry.date(), (one, other) -> one.isBefore(other) ? one : other);
        }
        inMemory.add(Posting.of(position, event, entry));
        weight += entry.lines().size() + POSTING_WEIGHT;
        if (weight > room) {
            spill();
        }
    }

    /** Writes it whole for hledger. */
    public void writeHledger(PrintWriter out, String fund) {
        JournalWalk.write(new HledgerJournal(out), fund, this, null, null);
        out.flush();
    }

    private void spill() {
        if (runs == null) {
            runs = new PostingRuns();
        }
        inMemory.sort(ORDER);
        runs.add(inMemory);
        inMemory = new ArrayList<>();
        weight = 0;
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
        inMemory.sort(ORDER);
        if (runs == null) {
            return inMemory.iterator();
        }
        List<Iterator<Posting>> sorted = new ArrayList<>(runs.read());
        sorted.add(inMemory.iterator());
        return new Merge(sorted);
    }

    @Override
    public void close() {
        if (runs != null) {
            runs.close();
        }
    }

    /** Several sorted runs as one. */
    private static final class Merge implements Iterator<Posting> {

        private record Source(Posting next, Iterator<Posting> rest) {}

        private final PriorityQueue<Source> sources = new PriorityQueue<>(comparing(Source::next, ORDER));

        Merge(List<Iterator<Posting>> runs) {
            runs.forEach(this::offer);
        }

        private void offer(Iterator<Posting> run) {
            if (run.hasNext()) {
                sources.add(new Source(run.next(), run));
            }
        }

        @Override
        public boolean hasNext() {
            return !sources.isEmpty();
        }

        @Override
        public Posting next() {
            Source first = sources.poll();
            if (first == null) {
                throw new NoSuchElementException();
            }
            offer(first.rest);
            return first.next;
        }
    }
}
