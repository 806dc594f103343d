package coop.laborfund.api.cli;

import coop.laborfund.api.answer.StatementAnswer;
import coop.laborfund.api.answer.StatementColumn;
import coop.laborfund.api.answer.StatementForm;
import coop.laborfund.api.asking.StatementAsked;
import coop.laborfund.api.asking.StatementQuestions;
import coop.laborfund.api.asking.Told;
import coop.laborfund.api.words.Words;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "statement", mixinStandardHelpOptions = true)
final class StatementCommand implements Callable<Integer> {

    @Parameters(paramLabel = "STATEMENT", descriptionKey = "name")
    private String statement = "";

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private final FundOption fund = new FundOption();

    @Option(names = "--as-of", paramLabel = "D")
    private @Nullable LocalDate asOf;

    @Mixin
    private final KnownAt knownAt = new KnownAt();

    @Option(names = "--from", paramLabel = "D")
    private @Nullable LocalDate from;

    @Option(names = "--account", paramLabel = "CODE")
    private @Nullable String account;

    @Option(names = "--sub", paramLabel = "SUB")
    private @Nullable String sub;

    @Mixin
    private final TableOutput output = new TableOutput();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        output.check();
        StatementForm form = StatementForm.named(statement)
                .orElseThrow(() -> new CommandException(
                        ExitStatus.UNUSABLE,
                        Words.of("badStatement", statement, String.join(" ", StatementForm.keys()))));
        StatementAsked asked = new StatementAsked(form, fund.id(), asOf, null, from, account, sub);
        if (!asked.hasGoodAccount()) {
            throw new CommandException(ExitStatus.UNUSABLE, Words.of("badAccount", account == null ? "" : account));
        }
        try (Opened<StatementQuestions> statements = database.open(StatementQuestions.class)) {
            Long known =
                    knownAt.position(statements.requester(), statements.part().knowing());
            Told<StatementAnswer> told =
                    fund.open(statements.part().statement(statements.requester(), asked.knownAt(known)));
            output.write(spec.commandLine().getOut(), out -> print(out, told.answer()), told::answer, told.export());
            return ExitStatus.DONE;
        }
    }

    private static void print(PrintWriter out, StatementAnswer answer) {
        StatementForm form = answer.form();
        List<StatementColumn> columns = form.columns();
        out.println(form.title().together() + " " + answer.fund() + " " + answer.asOf());
        TextTable table = TextTable.titled(
                columns.stream().map(column -> form.heading(column).together()).toList(),
                columns.stream().map(StatementColumn::isNumber).toList());
        answer.table().forEach(row -> table.row(row.toArray()));
        table.print(out);
        answer.notes().forEach(note -> {
            out.println(note.zh());
            out.println(note.en());
        });
    }
}
