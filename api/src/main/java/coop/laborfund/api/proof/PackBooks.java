package coop.laborfund.api.proof;

import coop.laborfund.api.answer.BalancesAnswer;
import coop.laborfund.api.answer.DueAnswer;
import coop.laborfund.api.answer.FindingsAnswer;
import coop.laborfund.api.answer.GuaranteesAnswer;
import coop.laborfund.api.answer.StatementAnswer;
import coop.laborfund.api.answer.StatementAnswers;
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
import coop.laborfund.projections.statement.Statements;
import coop.laborfund.projections.statement.StatementsFold;
import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * What comes out of a fund's events and stands beside them in a pack. Whoever makes a pack and whoever checks one folds the same
 * way, so a check is a comparison of bytes. Bounded in memory by accounts, households, workers and days and by what an
 * {@link Inspection} holds, not by events. What is of a day is of the last business day, which is known at the end.
 */
final class PackBooks implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A value a line, the lines ended alike on every system, so that a difference is shown where it is. */
    private static final ObjectWriter LINES = JSON.writer()
            .with(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")))
            .without(StreamWriteFeature.AUTO_CLOSE_TARGET);

    private final String fund;
    private final FundFold books;
    private final StatementsFold statements;
    private final HledgerBook journal = new HledgerBook();
    private final HledgerEntries entries = new HledgerEntries();
    /** Null once the fund has grown too large for it. */
    private @Nullable Inspection inspection;

    private LocalDate lastDay = LocalDate.MIN;
    private long position;

    PackBooks(String fund) {
        this.fund = fund;
        Scope everything = new Scope(fund, Scope.ANY_DAY, Long.MAX_VALUE);
        books = new FundFold(everything);
        statements = new StatementsFold(everything);
        inspection = new Inspection(everything, books);
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
        fold(recorded, entry);
        journal.add(recorded.event(), entry, text);
        LocalDate day = recorded.event().date();
        lastDay = later(lastDay, later(day, entry.date()));
        position = recorded.position();
    }

    private void fold(RecordedEvent recorded, Entry entry) {
        statements.add(recorded, entry);
        Inspection inspecting = inspection;
        if (inspecting == null) {
            books.add(recorded, entry);
        } else if (!inspecting.add(recorded, entry)) {
            inspection = null;
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** The last business day: the latest date that a movement or its entry bears. */
    LocalDate lastDay() {
        return lastDay;
    }

    /** What the pack's figures are asked by: its last day, as was known at its last position. */
    private Scope scope() {
        return new Scope(fund, lastDay, position);
    }

    /** Whether the fund is small enough for findings, what is due and the bank's reconciliation. */
    boolean isInspected() {
        return inspection != null;
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
            totals.verdicts(scope(), year)
                    .ifPresent(verdicts -> text.print(JSON.writeValueAsString(GuaranteesAnswer.of(verdicts, false))));
            text.println(year < last ? "," : "");
        }
        text.println(']');
        text.flush();
    }

    /** The official statements of the last day as {@code statement} gives them, in an array; the reconciliation where it is inspected. */
    void writeStatements(OutputStream out) {
        Scope of = scope();
        Statements official = statements.result(of);
        List<StatementAnswer> answers = new ArrayList<>(List.of(
                StatementAnswers.balanceSheet(official),
                StatementAnswers.income(official),
                StatementAnswers.equity(official),
                StatementAnswers.trial(statements.trial(of))));
        if (inspection != null) {
            answers.add(StatementAnswers.reconciliation(inspection.reconciliation(of)));
        }
        writeLines(out, answers);
    }

    /** The findings of the last day as {@code findings} gives them; nothing where the fund is too large. */
    void writeFindings(OutputStream out) {
        if (inspection != null) {
            writeLines(out, FindingsAnswer.of(inspection.findings(scope())));
        }
    }

    /** What is due on the last day as {@code due} gives it; nothing where the fund is too large. */
    void writeDue(OutputStream out) {
        if (inspection != null) {
            writeLines(out, DueAnswer.of(inspection.due(scope())));
        }
    }

    private static void writeLines(OutputStream out, Object answer) {
        PrintWriter text = new UnixLines(out);
        LINES.writeValue(text, answer);
        text.println();
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
