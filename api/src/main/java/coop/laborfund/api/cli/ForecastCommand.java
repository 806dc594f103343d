package coop.laborfund.api.cli;

import coop.laborfund.api.answer.ForecastAnswer;
import coop.laborfund.api.answer.ForecastAnswer.ChangeAnswer;
import coop.laborfund.api.answer.ForecastAnswer.RemedyAnswer;
import coop.laborfund.api.asking.OutlookQuestions;
import coop.laborfund.api.asking.Told;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "forecast", mixinStandardHelpOptions = true)
final class ForecastCommand implements Callable<Integer> {

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private final FundOption fund = new FundOption();

    @Option(names = "--year", paramLabel = "Y")
    private @Nullable Integer year;

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
        try (Opened<OutlookQuestions> outlook = database.open(OutlookQuestions.class)) {
            Long known = knownAt.position(outlook.requester(), outlook.part().knowing());
            Told<ForecastAnswer> told =
                    fund.open(outlook.part().forecast(outlook.requester(), fund.id(), year, asOf, known));
            output.write(spec.commandLine().getOut(), out -> print(out, told.answer()), told::answer, told.export());
            return ExitStatus.DONE;
        }
    }

    private static void print(PrintWriter out, ForecastAnswer answer) {
        out.println(CommandWords.together("forecast.computed", answer.asOf(), answer.until()));
        if (answer.changes().isEmpty()) {
            out.println(CommandWords.together("forecast.nothing"));
        }
        for (ChangeAnswer change : answer.changes()) {
            out.println(change.zh() + " " + change.en());
            change.ways().forEach(way -> out.println("  " + CommandWords.together("forecast.way", parts(way))));
        }
    }

    private static String parts(List<RemedyAnswer> way) {
        return way.stream().map(part -> part.zh() + " " + part.en()).collect(Collectors.joining(" + "));
    }
}
