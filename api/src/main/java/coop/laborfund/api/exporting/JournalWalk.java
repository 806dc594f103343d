package coop.laborfund.api.exporting;

import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Line;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a fund's journal in the order that every format writes it in: what was before the first day as an opening
 * entry, each entry by date, every account's balance at the end of each closed month and of the whole.
 */
final class JournalWalk {

    private final JournalFormat format;
    private final Map<LedgerAccount, Fen> balances = new HashMap<>();
    private final Iterator<Posting> postings;

    /** The posting that is to be walked over next; null after the last. */
    private @Nullable Posting ahead;

    private JournalWalk(JournalFormat format, JournalBook book) {
        this.format = format;
        postings = book.postings();
        step();
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
        try (JournalBook book = JournalBook.of(events)) {
            write(format, fund, book, from, to);
        }
    }

    static void write(
            JournalFormat format, String fund, JournalBook book, @Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate last = to == null ? LocalDate.MAX : to;
        LocalDate begin = from == null ? book.firstDay() : from;
        if (begin == null || (from == null && begin.isAfter(last))) {
            format.heading(fund, LocalDate.EPOCH, Collections.emptySortedSet());
        } else {
            new JournalWalk(format, book).walk(fund, book, begin, last, from != null);
        }
    }

    private void walk(String fund, JournalBook book, LocalDate first, LocalDate to, boolean opening) {
        SortedSet<LedgerAccount> accounts = book.accounts(to);
        accounts.forEach(account -> balances.put(account, Fen.ZERO));
        format.heading(fund, first, accounts);
        if (opening) {
            postUntil(first.minusDays(1), to);
            format.opening(first, sorted());
        }
        LocalDate last = first;
        for (YearMonth month : book.closedMonths()) {
            LocalDate end = month.atEndOfMonth();
            if (!end.isBefore(first) && !end.isAfter(to)) {
                transactionsUntil(end);
                format.assertions(end, "月结 " + month, sorted());
                last = end;
            }
        }
        LocalDate lastPosted = transactionsUntil(to);
        format.assertions(lastPosted != null && lastPosted.isAfter(last) ? lastPosted : last, "期末余额", sorted());
    }

    private void postUntil(LocalDate day, LocalDate to) {
        LocalDate end = day.isAfter(to) ? to : day;
        while (ahead != null && !ahead.date().isAfter(end)) {
            post(ahead);
            step();
        }
    }

    /** Returns the day of the last one, null where there was none. */
    private @Nullable LocalDate transactionsUntil(LocalDate day) {
        LocalDate last = null;
        while (ahead != null && !ahead.date().isAfter(day)) {
            post(ahead);
            format.transaction(ahead);
            last = ahead.date();
            step();
        }
        return last;
    }

    private void step() {
        ahead = postings.hasNext() ? postings.next() : null;
    }

    private void post(Posting posting) {
        for (Line line : posting.lines()) {
            balances.merge(LedgerAccount.of(line), line.amount(), Fen::plus);
        }
    }

    private SortedMap<LedgerAccount, Fen> sorted() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(balances));
    }
}
