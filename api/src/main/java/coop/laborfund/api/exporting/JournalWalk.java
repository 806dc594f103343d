package coop.laborfund.api.exporting;

import coop.laborfund.api.exporting.JournalBook.Posting;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Line;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a fund's journal in the order that every format writes it in: what was before the first day as an opening
 * entry, each entry by date, every account's balance at the end of each closed month and of the whole.
 */
final class JournalWalk {

    private final JournalFormat format;
    private final SortedMap<LedgerAccount, Fen> balances = new TreeMap<>();

    private JournalWalk(JournalFormat format) {
        this.format = format;
    }

    /**
     * @param events all of the fund's, in their order
     * @param from the first day to show, null for all
     * @param to the last day to show, null for all
     */
    static void write(
            JournalFormat format,
            String fund,
            Stream<RecordedEvent> events,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        JournalBook book = JournalBook.of(events);
        new JournalWalk(format).write(fund, book, from, to == null ? LocalDate.MAX : to);
    }

    private void write(String fund, JournalBook book, @Nullable LocalDate from, LocalDate to) {
        Deque<Posting> shown = new ArrayDeque<>();
        for (Posting posting : book.postings()) {
            if (posting.date().isAfter(to)) {
                break;
            }
            posting.entry().lines().forEach(line -> balances.putIfAbsent(LedgerAccount.of(line), Fen.ZERO));
            if (from != null && posting.date().isBefore(from)) {
                post(posting);
            } else {
                shown.add(posting);
            }
        }
        @Nullable
        LocalDate first =
                from != null || shown.isEmpty() ? from : shown.getFirst().date();
        if (first != null) {
            write(fund, book, shown, first, to, from != null);
        } else {
            format.heading(fund, LocalDate.EPOCH, Collections.emptySortedSet());
        }
    }

    private void write(
            String fund, JournalBook book, Deque<Posting> shown, LocalDate first, LocalDate to, boolean opening) {
        format.heading(fund, first, Collections.unmodifiableSortedSet(new TreeSet<>(balances.keySet())));
        if (opening) {
            format.opening(first, Collections.unmodifiableSortedMap(balances));
        }
        LocalDate last = shown.isEmpty() ? first : shown.getLast().date();
        for (YearMonth month : book.closedMonths()) {
            LocalDate end = month.atEndOfMonth();
            if (!end.isBefore(first) && !end.isAfter(to)) {
                transactionsUntil(shown, end);
                assertions(end, "月结 " + month);
                last = end.isAfter(last) ? end : last;
            }
        }
        transactionsUntil(shown, to);
        assertions(last, "期末余额");
    }

    private void transactionsUntil(Deque<Posting> postings, LocalDate day) {
        while (!postings.isEmpty() && !postings.getFirst().date().isAfter(day)) {
            Posting posting = postings.removeFirst();
            post(posting);
            format.transaction(posting);
        }
    }

    private void post(Posting posting) {
        for (Line line : posting.entry().lines()) {
            balances.merge(LedgerAccount.of(line), line.amount(), Fen::plus);
        }
    }

    private void assertions(LocalDate day, String what) {
        format.assertions(day, what, Collections.unmodifiableSortedMap(balances));
    }
}
