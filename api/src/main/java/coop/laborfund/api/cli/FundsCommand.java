package coop.laborfund.api.cli;

import coop.laborfund.api.answer.FundAnswer;
import coop.laborfund.api.asking.BookQuestions;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "funds", mixinStandardHelpOptions = true)
final class FundsCommand implements Callable<Integer> {

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--json")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What is to be known of how a fund's history came to be recorded. */
    private static void print(PrintWriter out, FundAnswer fund) {
        if (fund.takeover() != null) {
            out.println(CommandWords.together(
                    "funds.takeover",
                    fund.fund(),
                    fund.takeover().lastPosition(),
                    fund.takeover().resolution(),
                    fund.takeover().recordedAt()));
        }
        if (fund.simulatedClock()) {
            out.println(CommandWords.together("funds.simulated", fund.fund()));
        }
    }

    @Override
    public Integer call() {
        try (Opened<BookQuestions> books = database.open(BookQuestions.class)) {
            List<FundAnswer> funds = books.part().funds(books.requester());
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                JsonOutput.print(out, funds);
            } else {
                TextTable table = new TextTable("fund", "name", "village", "opened");
                funds.forEach(fund -> table.row(fund.fund(), fund.name(), fund.village(), fund.opened()));
                table.print(out);
                funds.forEach(fund -> print(out, fund));
            }
            return ExitStatus.DONE;
        }
    }
}
