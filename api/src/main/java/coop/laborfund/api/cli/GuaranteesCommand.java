package coop.laborfund.api.cli;

import coop.laborfund.api.asking.BookQuestions;
import coop.laborfund.api.asking.ToldVerdicts;
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

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private final FundOption fund = new FundOption();

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
    private final TableOutput output = new TableOutput();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        output.check();
        try (Opened<BookQuestions> books = database.open(BookQuestions.class)) {
            ToldVerdicts told = fund.open(books.part()
                    .guarantees(books.requester(), fund.id(), year, asOf, knownAt.position(books), evidence));
            output.write(spec.commandLine().getOut(), out -> print(out, told), told::answer, told.export());
            return ExitStatus.DONE;
        }
    }

    private void print(PrintWriter out, ToldVerdicts told) {
        print(out, told.verdicts());
        if (evidence) {
            EvidenceTable.print(
                    out, told.verdicts(), household, told.movements().get());
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
