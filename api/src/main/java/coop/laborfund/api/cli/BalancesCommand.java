package coop.laborfund.api.cli;

import coop.laborfund.api.answer.BalancesAnswer;
import coop.laborfund.api.answer.DifferencesAnswer;
import coop.laborfund.api.exporting.BalancesCsv;
import coop.laborfund.api.exporting.SheetCsv;
import coop.laborfund.api.exporting.Sheets;
import coop.laborfund.api.exporting.Workbook;
import coop.laborfund.api.node.LedgerNode;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "balances", description = "各科目余额 · every account's balance", mixinStandardHelpOptions = true)
final class BalancesCommand implements Callable<Integer> {

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

    @Option(names = "--as-of", paramLabel = "D", description = "截至该日(含) · postings dated on or before D")
    private @Nullable LocalDate asOf;

    @Mixin
    private final KnownAt knownAt = new KnownAt();

    @Mixin
    private final DiffWith diff = new DiffWith();

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
            if (diff.isAsked()) {
                writeDifferences(node);
            } else {
                writeBalances(node);
            }
            return ExitStatus.DONE;
        }
    }

    private void writeBalances(LedgerNode node) {
        BalancesAnswer answer = node.readModels()
                .balances(fund, asOf, knownAt.position(node))
                .map(BalancesAnswer::of)
                .orElseThrow(() -> CommandException.fundNotOpen(fund));
        PrintWriter standard = spec.commandLine().getOut();
        switch (format) {
            case TABLE -> output.text(standard, out -> print(out, answer));
            case JSON -> output.text(standard, out -> JsonOutput.print(out, answer));
            case CSV -> output.text(standard, out -> BalancesCsv.write(out, answer));
            case XLSX -> output.workbook(out -> Workbook.write(out, Sheets.balancesWithTotals(answer)));
        }
    }

    private void writeDifferences(LedgerNode node) {
        Long known = knownAt.position(node);
        DifferencesAnswer answer = node.readModels()
                .differences(fund, asOf, known, diff.day(asOf), diff.position(node, known))
                .map(DifferencesAnswer::of)
                .orElseThrow(() -> CommandException.fundNotOpen(fund));
        PrintWriter standard = spec.commandLine().getOut();
        switch (format) {
            case TABLE -> output.text(standard, out -> DifferencesTable.print(out, answer));
            case JSON -> output.text(standard, out -> JsonOutput.print(out, answer));
            case CSV -> output.text(standard, out -> SheetCsv.write(out, Sheets.differences(answer)));
            case XLSX -> output.workbook(out -> Workbook.write(out, Sheets.differences(answer)));
        }
    }

    private static void print(PrintWriter out, BalancesAnswer answer) {
        TextTable table = new TextTable("科目 account", "明细 sub", "名称 name", ">余额 balance");
        answer.accounts()
                .forEach(account -> table.row(account.account(), account.sub(), account.name(), account.balance()));
        table.row("", "", "借方合计 debit", answer.debit());
        table.row("", "", "贷方合计 credit", answer.credit());
        table.print(out);
    }
}
