package coop.laborfund.api.exporting;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A fund's whole journal for hledger, the same to the byte as {@link Exports#journal} of all days, put together from entries that
 * were written before, by any thread. Bounded in memory by accounts, months and days. Close it to let go of the file that holds the rest.
 */
public final class HledgerBook implements AutoCloseable {

    private final DayPages entries;
    private final SortedMap<YearMonth, Map<LedgerAccount, Fen>> changes = new TreeMap<>();
    private final SortedSet<YearMonth> closedMonths = new TreeSet<>();

    public HledgerBook() {
        this(new DayPages());
    }

    HledgerBook(DayPages entries) {
        this.entries = entries;
    }

    /**
     * Adds a fund's next event and what it posts.
     *
     * @param text as {@link HledgerEntries#write} gives it
     */
    public void add(FundEvent event, Entry entry, byte[] text) {
        if (event instanceof MonthClosed closed) {
            closedMonths.add(closed.month());
        }
        if (entry.lines().isEmpty()) {
            return;
        }
        Map<LedgerAccount, Fen> month = changes.computeIfAbsent(YearMonth.from(entry.date()), any -> new HashMap<>());
        for (Line line : entry.lines()) {
            month.merge(LedgerAccount.of(line), line.amount(), Fen::plus);
        }
        entries.add(entry.date(), text);
    }

    /** Writes it in UTF-8. */
    public void write(OutputStream out, String fund) {
        new Walk(out).write(fund);
    }

    @Override
    public void close() {
        entries.close();
    }

    /** Once through the journal, by date. */
    private final class Walk {
        private final OutputStream out;
        private final Deque<LocalDate> days = new ArrayDeque<>(entries.days());
        private final Deque<YearMonth> months = new ArrayDeque<>(changes.keySet());
        private final SortedMap<LedgerAccount, Fen> balances = new TreeMap<>();

        Walk(OutputStream out) {
            this.out = out;
            changes.values().forEach(month -> month.keySet().forEach(account -> balances.put(account, Fen.ZERO)));
        }

        void write(String fund) {
            LocalDate first = days.isEmpty() ? LocalDate.EPOCH : days.getFirst();
            frame(journal -> journal.heading(fund, first, new TreeSet<>(balances.keySet())));
            if (days.isEmpty()) {
                return;
            }
            LocalDate last = days.getLast();
            for (YearMonth month : closedMonths) {
                LocalDate end = month.atEndOfMonth();
                if (!end.isBefore(first)) {
                    entriesUntil(month);
                    frame(journal -> journal.assertions(end, "月结 " + month, balances()));
                    last = end.isAfter(last) ? end : last;
                }
            }
            entriesUntil(YearMonth.from(last));
            LocalDate ending = last;
            frame(journal -> journal.assertions(ending, "期末余额", balances()));
        }

        private SortedMap<LedgerAccount, Fen> balances() {
            return Collections.unmodifiableSortedMap(balances);
        }

        private void entriesUntil(YearMonth month) {
            while (!months.isEmpty() && !months.getFirst().isAfter(month)) {
                changes.getOrDefault(months.removeFirst(), Map.of())
                        .forEach((account, amount) -> balances.merge(account, amount, Fen::plus));
            }
            LocalDate end = month.atEndOfMonth();
            while (!days.isEmpty() && !days.getFirst().isAfter(end)) {
                copy(days.removeFirst());
            }
        }

        private void copy(LocalDate day) {
            try (InputStream in = entries.open(day)) {
                in.transferTo(out);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        /** What stands between entries. */
        private void frame(Consumer<HledgerJournal> writing) {
            StringBuilder text = new StringBuilder();
            writing.accept(new HledgerJournal(text));
            try {
                out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
