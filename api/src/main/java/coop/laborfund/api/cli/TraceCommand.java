package coop.laborfund.api.cli;

import coop.laborfund.api.answer.TraceAnswer;
import coop.laborfund.api.asking.InspectionQuestions;
import coop.laborfund.api.asking.Told;
import coop.laborfund.api.asking.ToldTrace;
import coop.laborfund.api.words.Words;
import coop.laborfund.projections.trace.Direction;
import coop.laborfund.projections.trace.TraceRule;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "trace", mixinStandardHelpOptions = true)
final class TraceCommand implements Callable<Integer> {

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private final FundOption fund = new FundOption();

    @Option(names = "--from", required = true, paramLabel = "X")
    private String from = "";

    @Option(names = "--direction", defaultValue = "FORWARD")
    private Direction direction = Direction.FORWARD;

    @Option(names = "--rule", defaultValue = "FIFO")
    private TraceRule rule = TraceRule.FIFO;

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
        try (Opened<InspectionQuestions> inspection = database.open(InspectionQuestions.class)) {
            Long known =
                    knownAt.position(inspection.requester(), inspection.part().knowing());
            ToldTrace traced = fund.open(
                    inspection.part().trace(inspection.requester(), fund.id(), from, direction, rule, asOf, known));
            if (!traced.known()) {
                throw new CommandException(ExitStatus.REFUSED, Words.of("traceUnknown", from));
            }
            Told<TraceAnswer> told = traced.told();
            output.write(spec.commandLine().getOut(), out -> print(out, told.answer()), told::answer, told.export());
            return ExitStatus.DONE;
        }
    }

    private static void print(PrintWriter out, TraceAnswer answer) {
        TextTable hops = new TextTable("date", ">position", "ref", "from", "to", ">amount");
        answer.hops()
                .forEach(hop -> hops.row(hop.date(), hop.position(), hop.ref(), hop.from(), hop.to(), hop.amount()));
        hops.print(out);
        out.println();
        out.println(CommandWords.together("trace.ends"));
        TextTable ends = new TextTable("account", ">amount");
        answer.ends().forEach(end -> ends.row(end.node(), end.amount()));
        ends.print(out);
    }
}
