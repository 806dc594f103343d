package coop.laborfund.api.exporting;

import coop.laborfund.api.answer.BalancesAnswer;
import coop.laborfund.api.answer.DifferencesAnswer;
import coop.laborfund.api.answer.DueAnswer;
import coop.laborfund.api.answer.FindingsAnswer;
import coop.laborfund.api.answer.ForecastAnswer;
import coop.laborfund.api.answer.FundSummaryAnswer;
import coop.laborfund.api.answer.MemberAccountsAnswer;
import coop.laborfund.api.answer.RollUpAnswer;
import coop.laborfund.api.answer.StatementAnswer;
import coop.laborfund.api.answer.TraceAnswer;
import coop.laborfund.api.answer.WhatIfAnswer;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.projections.guarantee.Verdicts;
import coop.laborfund.projections.query.Evidence;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which answer is written how, for commands and HTTP alike. */
public final class Exports {

    private Exports() {}

    /**
     * A fund's journal, for hledger, for beancount and as a table.
     *
     * @param events all of the fund's, in their order
     * @param from the first day to show, null for all; what was before is in an opening entry
     * @param to the last day to show, null for all
     */
    public static Export journal(
            String fund, Stream<RecordedEvent> events, @Nullable LocalDate from, @Nullable LocalDate to) {
        Consumer<JournalFormat> walk = format -> JournalWalk.write(format, fund, events, from, to);
        return new Export(
                Map.of(
                        ExportFormat.HLEDGER, out -> walk.accept(new HledgerJournal(out)),
                        ExportFormat.BEANCOUNT, out -> walk.accept(new BeancountJournal(out)),
                        ExportFormat.CSV, out -> JournalTable.writeCsv(out, walk)),
                out -> JournalTable.writeWorkbook(out, walk));
    }

    /** Balances; a workbook, which people read, has their sums too. */
    public static Export balances(BalancesAnswer balances) {
        return tables(() -> Sheets.balances(balances), () -> new Sheet[] {Sheets.balancesWithTotals(balances)});
    }

    public static Export differences(DifferencesAnswer differences) {
        return table(() -> Sheets.differences(differences));
    }

    public static Export members(MemberAccountsAnswer members) {
        return table(() -> Sheets.members(members));
    }

    public static Export findings(FindingsAnswer findings) {
        return table(() -> InspectionSheets.findings(findings));
    }

    /** The way; a workbook has where it ends too. */
    public static Export trace(TraceAnswer trace) {
        return tables(() -> InspectionSheets.hops(trace), () ->
                new Sheet[] {InspectionSheets.hops(trace), InspectionSheets.ends(trace)});
    }

    /**
     * The verdicts; a workbook has their figures and their evidence too.
     *
     * @param evidence whether it is asked for
     * @param movements asked only where it is needed
     */
    public static Export guarantees(
            Verdicts verdicts, boolean evidence, Supplier<? extends Map<Long, Evidence>> movements) {
        return tables(
                () -> GuaranteeSheets.verdicts(verdicts),
                () -> GuaranteeSheets.all(verdicts, evidence ? movements.get() : Map.of(), evidence));
    }

    /** A statement or a book; below a reconciliation's sums what they consist of. */
    public static Export statement(StatementAnswer statement) {
        return table(() -> StatementSheets.statement(statement));
    }

    public static Export due(DueAnswer due) {
        return table(() -> StatementSheets.due(due));
    }

    /** Funds by place; a workbook, which people read, has their total too. */
    public static Export rollUp(RollUpAnswer answer) {
        return tables(() -> RollUpSheets.places(answer), () -> new Sheet[] {RollUpSheets.placesWithTotal(answer)});
    }

    public static Export fundSummary(FundSummaryAnswer answer) {
        return table(() -> RollUpSheets.households(answer));
    }

    /** How verdicts change with nothing else coming. */
    public static Export forecast(ForecastAnswer forecast) {
        return table(() -> OutlookSheets.forecast(forecast));
    }

    /** What another policy would have changed; CSV has the verdicts, a workbook refusals and floors too. */
    public static Export whatIf(WhatIfAnswer answer) {
        return tables(() -> OutlookSheets.verdicts(answer), () -> new Sheet[] {
            OutlookSheets.verdicts(answer), OutlookSheets.refusals(answer), OutlookSheets.floors(answer)
        });
    }

    private static Export table(Supplier<Sheet> sheet) {
        return tables(sheet, () -> new Sheet[] {sheet.get()});
    }

    /** CSV holds one table, a workbook as many as are of use. */
    private static Export tables(Supplier<Sheet> csv, Supplier<Sheet[]> workbook) {
        return new Export(
                Map.of(ExportFormat.CSV, out -> SheetCsv.write(out, csv.get())),
                out -> Workbook.write(out, workbook.get()));
    }
}
