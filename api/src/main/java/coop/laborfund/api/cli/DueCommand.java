package coop.laborfund.api.cli;

import coop.laborfund.api.answer.DueAnswer;
import coop.laborfund.api.asking.StatementQuestions;
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

@Command(name = "due", mixinStandardHelpOptions = true)
final class DueCommand implements Callable<Integer> {

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private final FundOption fund = new FundOption();

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
        try (Opened<StatementQuestions> statements = database.open(StatementQuestions.class)) {
            Long known =
                    knownAt.position(statements.requester(), statements.part().knowing());
            Told<DueAnswer> told = fund.open(statements.part().due(statements.requester(), fund.id(), asOf, known));
            output.write(spec.commandLine().getOut(), out -> print(out, told.answer()), told::answer, told.export());
            return ExitStatus.DONE;
        }
    }

    private static void print(PrintWriter out, DueAnswer answer) {
        if (answer.items().isEmpty()) {
            out.println(CommandWords.together("due.nothing"));
            return;
        }
        TextTable table = new TextTable("date", ">daysOverdue", "subject", ">amount", "what");
        answer.items()
                .forEach(item -> table.row(item.date(), item.daysOverdue(), item.subject(), item.amount(), item.zh()));
        table.print(out);
    }
}
