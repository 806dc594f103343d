package coop.laborfund.api.cli;

import coop.laborfund.api.answer.BalancesAnswer;
import coop.laborfund.api.answer.DifferencesAnswer;
import coop.laborfund.api.asking.BookQuestions;
import coop.laborfund.api.asking.Told;
import coop.laborfund.projections.door.ComparedWith;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "balances", mixinStandardHelpOptions = true)
final class BalancesCommand implements Callable<Integer> {

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private final FundOption fund = new FundOption();

    @Option(names = "--as-of", paramLabel = "D")
    private @Nullable LocalDate asOf;

    @Mixin
    private final KnownAt knownAt = new KnownAt();

    @Mixin
    private final DiffWith diff = new DiffWith();

    @Mixin
    private final TableOutput output = new TableOutput();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        output.check();
        try (Opened<BookQuestions> books = database.open(BookQuestions.class)) {
            if (diff.isAsked()) {
                writeDifferences(books);
            } else {
                writeBalances(books);
            }
            return ExitStatus.DONE;
        }
    }

    private void writeBalances(Opened<BookQuestions> books) {
        Told<BalancesAnswer> told =
                fund.open(books.part().balances(books.requester(), fund.id(), asOf, knownAt.position(books)));
        output.write(spec.commandLine().getOut(), out -> print(out, told.answer()), told::answer, told.export());
    }

    private void writeDifferences(Opened<BookQuestions> books) {
        Long known = knownAt.position(books);
        ComparedWith other = diff.with(asOf, known, books);
        Told<DifferencesAnswer> told =
                fund.open(books.part().differences(books.requester(), fund.id(), asOf, known, other));
        output.write(
                spec.commandLine().getOut(),
                out -> DifferencesTable.print(out, told.answer()),
                told::answer,
                told.export());
    }

    private static void print(PrintWriter out, BalancesAnswer answer) {
        TextTable table = new TextTable("account", "sub", "name", ">balance");
        answer.accounts()
                .forEach(account -> table.row(account.account(), account.sub(), account.name(), account.balance()));
        table.row("", "", CommandWords.together("balances.debit"), answer.debit());
        table.row("", "", CommandWords.together("balances.credit"), answer.credit());
        table.print(out);
    }
}
