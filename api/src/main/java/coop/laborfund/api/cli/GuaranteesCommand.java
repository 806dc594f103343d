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

@Command(name = "guarantees", mixinStandardHelpOptions = true)
final class GuaranteesCommand implements Callable<Integer> {

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private final FundOption fund = new FundOption();

    @Option(names = "--year", required = true, paramLabel = "Y")
    private int year;

    @Option(names = "--as-of", paramLabel = "D")
    private @Nullable LocalDate asOf;

    @Mixin
    private final KnownAt knownAt = new KnownAt();

    @Option(names = "--evidence")
    private boolean evidence;

    @Option(names = "--household", paramLabel = "H")
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
        TextTable table = new TextTable("guarantee", "verdict", "figures", ">shortfall");
        var capital = verdicts.capitalSafety();
        var collective = verdicts.collectiveIncome();
        var employment = verdicts.employmentIncome();
        table.row(
                Guarantee.CAPITAL_SAFETY.chinese(),
                word(capital.verdict()),
                CommandWords.of("guarantees.capital", capital.shares(), capital.allocated(), capital.coverage())
                        .chinese(),
                capital.shortfall());
        table.row(
                Guarantee.COLLECTIVE_INCOME.chinese(),
                word(collective.verdict()),
                CommandWords.of(
                                "guarantees.collective",
                                collective.received(),
                                collective.unremitted(),
                                collective.paid(),
                                collective.target())
                        .chinese(),
                collective.shortfall());
        table.row(
                Guarantee.EMPLOYMENT_INCOME.chinese(),
                word(employment.verdict()),
                CommandWords.of("guarantees.employment", employment.satisfied(), employment.total())
                        .chinese(),
                employment.shortfall());
        table.print(out);
    }

    private static String word(Verdict verdict) {
        return verdict.chinese() + " " + verdict.name();
    }
}
