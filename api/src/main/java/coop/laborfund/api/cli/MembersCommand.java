package coop.laborfund.api.cli;

import coop.laborfund.api.answer.MemberAccountsAnswer;
import coop.laborfund.api.answer.MemberAccountsAnswer.DividendLineBasis;
import coop.laborfund.api.answer.MemberAccountsAnswer.MemberRow;
import coop.laborfund.api.asking.BookQuestions;
import coop.laborfund.api.asking.Told;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "members", mixinStandardHelpOptions = true)
final class MembersCommand implements Callable<Integer> {

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private final FundOption fund = new FundOption();

    @Option(names = "--household", paramLabel = "H")
    private @Nullable String household;

    @Option(names = "--as-of", paramLabel = "D")
    private @Nullable LocalDate asOf;

    @Mixin
    private final KnownAt knownAt = new KnownAt();

    @Mixin
    private final TableOutput output = new TableOutput();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        output.check();
        try (Opened<BookQuestions> books = database.open(BookQuestions.class)) {
            Told<MemberAccountsAnswer> told = fund.open(
                    books.part().members(books.requester(), fund.id(), household, asOf, knownAt.position(books)));
            output.write(spec.commandLine().getOut(), out -> print(out, told.answer()), told::answer, told.export());
            return ExitStatus.DONE;
        }
    }

    private static void print(PrintWriter out, MemberAccountsAnswer answer) {
        TextTable table = new TextTable(
                "household", "date", "ref", "type", ">shares", ">holding", ">declared", ">paid", ">unpaid", ">payout");
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
        answer.rows().stream()
                .filter(row -> row.basis() != null)
                .map(row -> explained(row, row.basis()))
                .forEach(out::println);
    }

    /** How a household's line of a dividend comes about, to be computed again by hand. */
    private static String explained(MemberRow row, DividendLineBasis basis) {
        return basis.rate() == null
                ? CommandWords.together(
                        "members.ofAmount",
                        row.ref(),
                        row.household(),
                        basis.year(),
                        basis.firstDay(),
                        basis.lastDay(),
                        row.declared(),
                        basis.total(),
                        basis.shareDays(),
                        basis.allShareDays())
                : CommandWords.together(
                        "members.ofRate",
                        row.ref(),
                        row.household(),
                        basis.year(),
                        basis.firstDay(),
                        basis.lastDay(),
                        row.declared(),
                        basis.shareDays(),
                        basis.rate());
    }
}
