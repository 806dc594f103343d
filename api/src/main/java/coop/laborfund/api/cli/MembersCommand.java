package coop.laborfund.api.cli;

import coop.laborfund.api.answer.MemberAccountsAnswer;
import coop.laborfund.api.exporting.SheetCsv;
import coop.laborfund.api.exporting.Sheets;
import coop.laborfund.api.exporting.Workbook;
import coop.laborfund.api.node.LedgerNode;
import coop.laborfund.projections.query.MemberAccounts;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "members",
        description = "社员账户:股金、分红、代偿逐笔 · member accounts: shares, dividends, payouts",
        mixinStandardHelpOptions = true)
final class MembersCommand implements Callable<Integer> {

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

    @Option(names = "--household", paramLabel = "H", description = "只看该户 · this household alone")
    private @Nullable String household;

    @Option(names = "--as-of", paramLabel = "D", description = "截至该日(含) · postings dated on or before D")
    private @Nullable LocalDate asOf;

    @Mixin
    private final KnownAt knownAt = new KnownAt();

    @Option(names = "--format", defaultValue = "table", description = "${COMPLETION-CANDIDATES}")
    private Format format = Format.TABLE;

    @Mixin
    private final OutputFile output = new OutputFile();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        output.requireFor(format == Format.XLSX);
        try (LedgerNode node = database.open()) {
            List<MemberAccounts.Row> rows = node.readModels()
                    .memberAccounts(fund, asOf, knownAt.position(node))
                    .orElseThrow(() -> CommandException.fundNotOpen(fund));
            write(MemberAccountsAnswer.of(
                    fund,
                    rows.stream()
                            .filter(row -> household == null || row.household().equals(household))
                            .toList()));
            return ExitStatus.DONE;
        }
    }

    private void write(MemberAccountsAnswer answer) {
        PrintWriter standard = spec.commandLine().getOut();
        switch (format) {
            case TABLE -> output.text(standard, out -> print(out, answer));
            case JSON -> output.text(standard, out -> JsonOutput.print(out, answer));
            case CSV -> output.text(standard, out -> SheetCsv.write(out, Sheets.members(answer)));
            case XLSX -> output.workbook(out -> Workbook.write(out, Sheets.members(answer)));
        }
    }

    private static void print(PrintWriter out, MemberAccountsAnswer answer) {
        TextTable table = new TextTable(
                "户 household",
                "日期 date",
                "凭证号 ref",
                "业务类型 type",
                ">股金 shares",
                ">余额 holding",
                ">宣告 declared",
                ">发放 paid",
                ">未发 unpaid",
                ">代偿 payout");
        answer.rows()
                .forEach(row -> table.row(
                        row.household(),
                        row.date(),
                        row.ref(),
                        row.type(),
                        row.shares(),
                        row.holding(),
                        row.declared(),
                        row.paid(),
                        row.unpaid(),
                        row.payout()));
        table.print(out);
    }
}
