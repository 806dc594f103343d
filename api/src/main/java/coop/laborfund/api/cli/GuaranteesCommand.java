package coop.laborfund.api.cli;

import coop.laborfund.api.answer.GuaranteesAnswer;
import coop.laborfund.api.node.LedgerNode;
import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.projections.guarantee.Verdict;
import coop.laborfund.projections.guarantee.Verdicts;
import java.io.PrintWriter;
import java.time.LocalDate;
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
        JSON
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

    @Option(names = "--evidence", description = "列出依据的事件位置 · with the positions of the events it rests on")
    private boolean evidence;

    @Option(names = "--format", defaultValue = "table", description = "${COMPLETION-CANDIDATES}")
    private Format format = Format.TABLE;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (LedgerNode node = database.open()) {
            Verdicts verdicts = node.readModels()
                    .guarantees(fund, year, asOf == null ? node.today() : asOf, knownAt.position(node), evidence)
                    .orElseThrow(() -> CommandException.fundNotOpen(fund));
            PrintWriter out = spec.commandLine().getOut();
            switch (format) {
                case TABLE -> print(out, verdicts);
                case JSON -> JsonOutput.print(out, GuaranteesAnswer.of(verdicts, evidence));
            }
            return ExitStatus.DONE;
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
