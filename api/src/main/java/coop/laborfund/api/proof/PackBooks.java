package coop.laborfund.api.proof;

import coop.laborfund.api.answer.BalancesAnswer;
import coop.laborfund.api.answer.GuaranteesAnswer;
import coop.laborfund.api.exporting.ExportFormat;
import coop.laborfund.api.exporting.Exports;
import coop.laborfund.api.exporting.HledgerBook;
import coop.laborfund.api.exporting.HledgerEntries;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Postings;
import coop.laborfund.projections.guarantee.FundFold;
import coop.laborfund.projections.guarantee.FundTotals;
import coop.laborfund.projections.query.Balances;
import coop.laborfund.projections.query.Scope;
import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import tools.jackson.databind.json.JsonMapper;

/**
 * What comes out of a fund's events and stands beside them in a pack. Whoever makes a pack and whoever checks one folds the same
 * way, so a check is a comparison of bytes. Bounded in memory by accounts, households, workers and days, not by events.
 */
final class PackBooks implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String fund;
    private final FundFold books;
    private final HledgerBook journal = new HledgerBook();
    private final HledgerEntries entries = new HledgerEntries();
    private LocalDate lastDay = LocalDate.MIN;
    private long position;

    PackBooks(String fund) {
        this.fund = fund;
        books = new FundFold(new Scope(fund, Scope.ANY_DAY, Long.MAX_VALUE));
    }

    /** Adds the fund's next event, and works out by itself what another thread may have worked out before. */
    void add(RecordedEvent recorded) {
        Entry entry = Postings.of(recorded.event());
        add(recorded, entry, entries.write(recorded.position(), recorded.event(), entry));
    }

    /**
     * Adds the fund's next event.
     *
     * @param entry what the event posts
     * @param text the entry as it stands in the journal
     * @throws ArithmeticException where a sum leaves the range of amounts
     */
    void add(RecordedEvent recorded, Entry entry, byte[] text) {
        books.add(recorded, entry);
        journal.add(recorded.event(), entry, text);
        LocalDate day = recorded.event().date();
        lastDay = later(lastDay, later(day, entry.date()));
        position = recorded.position();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** The last business day: the latest date that a movement or its entry bears. */
    LocalDate lastDay() {
        return lastDay;
    }

    void writeJournal(OutputStream out) {
        journal.write(out, fund);
    }

    void writeBalances(OutputStream out) {
        BalancesAnswer answer = BalancesAnswer.of(
                new Balances(fund, null, position, books.result().balances()));
        PrintWriter text = new UnixLines(out);
        Exports.balances(answer).text(ExportFormat.CSV).accept(text);
        text.flush();
    }

    /** A line of JSON for each year from the opening to the last day's, judged on the last day. */
    void writeGuarantees(OutputStream out) {
        PrintWriter text = new UnixLines(out);
        FundTotals totals = books.result();
        text.println('[');
        int last = lastDay.getYear();
        int first = totals.guarantees().opened().map(LocalDate::getYear).orElse(last + 1);
        for (int year = first; year <= last; year++) {
            totals.verdicts(new Scope(fund, lastDay, position), year)
                    .ifPresent(verdicts -> text.print(JSON.writeValueAsString(GuaranteesAnswer.of(verdicts, false))));
            text.println(year < last ? "," : "");
        }
        text.println(']');
        text.flush();
    }

    @Override
    public void close() {
        journal.close();
    }

    /** UTF-8 text whose lines end alike on every system. */
    private static final class UnixLines extends PrintWriter {

        /** Encoded at once. */
        private static final int CHARACTERS = 1 << 15;

        UnixLines(OutputStream out) {
            super(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CHARACTERS), false);
        }

        @Override
        public void println() {
            write('\n');
        }
    }
}
