package coop.laborfund.api.cli;

import coop.laborfund.api.answer.GuaranteesAnswer;
import coop.laborfund.api.exporting.GuaranteeSheets;
import coop.laborfund.api.exporting.SheetCsv;
import coop.laborfund.api.exporting.Workbook;
import coop.laborfund.api.node.LedgerNode;
import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.projections.guarantee.Verdict;
import coop.laborfund.projections.guarantee.Verdicts;
import coop.laborfund.projections.query.Evidence;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "guarantees", description = "三保判定 · the three verdicts", mixinStandardHelpOptions = true)
final class GuaranteesCommand implements Callable<Integer> {

    enum Format {
        TABLE,
        JSON,
        CSV,
        XLSX
    }

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--fund", required = true, paramLabel = "F", description = "基金编号 · the fund")
    private String fund = "";

    @Option(names = "--year", required = true, paramLabel = "Y", description = "年度 · the year judged")
    private int year;

    @Option(names = "--as-of", paramLabel = "D", description = "判定日,默认今天 · the day judged on; today if missing")
    private @Nullable LocalDate asOf;

    @Mixin
    private final KnownAt knownAt = new KnownAt();

    @Option(names = "--evidence", description = "列出判定所依据的业务 · with the movements that it rests on")
    private boolean evidence;

    @Option(
            names = "--household",
            paramLabel = "H",
            description = "就业增收只列该户的依据(表格) · of employment, the evidence of this household alone (table)")
    private @Nullable String household;

    @Mixin
    private final OutputFile output = new OutputFile();

    @Option(names = "--format", defaultValue = "table", description = "${COMPLETION-CANDIDATES}")
    private Format format = Format.TABLE;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        output.requireFor(format == Format.XLSX);
        try (LedgerNode node = database.open()) {
            Long known = knownAt.position(node);
            Verdicts verdicts = node.readModels()
                    .guarantees(fund, year, asOf == null ? node.today() : asOf, known, evidence)
                    .orElseThrow(() -> CommandException.fundNotOpen(fund));
            SortedMap<Long, Evidence> movements = movements(node, verdicts);
            PrintWriter standard = spec.commandLine().getOut();
            switch (format) {
                case TABLE -> output.text(standard, out -> print(out, verdicts, movements));
                case JSON ->
                    output.text(standard, out -> JsonOutput.print(out, GuaranteesAnswer.of(verdicts, evidence)));
                case CSV -> output.text(standard, out -> SheetCsv.write(out, GuaranteeSheets.verdicts(verdicts)));
                case XLSX ->
                    output.workbook(out -> Workbook.write(out, GuaranteeSheets.all(verdicts, movements, evidence)));
            }
            return ExitStatus.DONE;
        }
    }

    private SortedMap<Long, Evidence> movements(LedgerNode node, Verdicts verdicts) {
        if (!evidence || format == Format.JSON || format == Format.CSV) {
            return Collections.emptySortedMap();
        }
        return node.readModels().evidence(fund, verdicts.position()).orElseGet(Collections::emptySortedMap);
    }

    private void print(PrintWriter out, Verdicts verdicts, SortedMap<Long, Evidence> movements) {
        print(out, verdicts);
        if (evidence) {
            EvidenceTable.print(out, verdicts, household, movements);
        }
    }

    private static void print(PrintWriter out, Verdicts verdicts) {
        TextTable table = new TextTable("三保 guarantee", "判定 verdict", "情况 figures", ">缺口 shortfall");
        var capital = verdicts.capitalSafety();
        var collective = verdicts.collectiveIncome();
        var employment = verdicts.employmentIncome();
        table.row(
                Guarantee.CAPITAL_SAFETY.chinese(),
                word(capital.verdict()),
                "股金 " + capital.shares() + " 保障 " + capital.coverage(),
                capital.shortfall());
        table.row(
                Guarantee.COLLECTIVE_INCOME.chinese(),
                word(collective.verdict()),
                "收入 " + collective.earned() + " 代偿 " + collective.paid() + " 目标 " + collective.target(),
                collective.shortfall());
        table.row(
                Guarantee.EMPLOYMENT_INCOME.chinese(),
                word(employment.verdict()),
                "达标 " + employment.satisfied() + "/" + employment.total() + " 户",
                employment.shortfall());
        table.print(out);
    }

    private static String word(Verdict verdict) {
        return verdict.chinese() + " " + verdict.name();
    }
}
