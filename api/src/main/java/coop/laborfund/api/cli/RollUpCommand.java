package coop.laborfund.api.cli;

import coop.laborfund.api.answer.FundSummaryAnswer;
import coop.laborfund.api.answer.RollUpAnswer;
import coop.laborfund.api.answer.RollUpAnswer.PlaceSummary;
import coop.laborfund.api.asking.RollUpQuestions;
import coop.laborfund.api.asking.Told;
import coop.laborfund.api.words.Words;
import coop.laborfund.projections.door.RollUpWatch;
import coop.laborfund.projections.rollup.Division;
import coop.laborfund.projections.rollup.Moment;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "rollup", mixinStandardHelpOptions = true)
final class RollUpCommand implements Callable<Integer> {

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--division", paramLabel = "CODE")
    private @Nullable String division;

    @Option(names = "--fund", paramLabel = "F")
    private @Nullable String fund;

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
        Division asked = division();
        try (Opened<RollUpQuestions> rollUps = database.open(RollUpQuestions.class)) {
            Long known = knownAt.position(rollUps.requester(), rollUps.part().knowing());
            Moment moment = rollUps.part().moment(rollUps.requester(), year, asOf, known);
            if (fund == null) {
                writePlaces(rollUps, asked, moment);
            } else {
                writeHouseholds(rollUps, fund, moment);
            }
            return ExitStatus.DONE;
        }
    }

    private Division division() {
        if (division != null && fund != null) {
            throw new CommandException(ExitStatus.UNUSABLE, Words.of("rollUpWhat"));
        }
        String code = division == null ? "" : division;
        if (!Division.isCode(code)) {
            throw new CommandException(ExitStatus.UNUSABLE, Words.of("badDivision", code));
        }
        return new Division(code);
    }

    private void writePlaces(Opened<RollUpQuestions> rollUps, Division asked, Moment moment) {
        TerminalLine line = new TerminalLine(spec.commandLine().getErr());
        // Nothing ends it here: a command is ended as a whole.
        Told<RollUpAnswer> told = rollUps.part()
                .rollUp(rollUps.requester(), asked, moment, onTerminal(line))
                .orElseThrow();
        line.clear();
        output.write(spec.commandLine().getOut(), out -> print(out, told.answer()), told::answer, told.export());
    }

    private static RollUpWatch onTerminal(TerminalLine line) {
        return TerminalLine.isThere()
                ? (done, total) -> {
                    line.show(CommandWords.together("rollup.adding"), done, total);
                    return true;
                }
                : RollUpWatch.NONE;
    }

    private void writeHouseholds(Opened<RollUpQuestions> rollUps, String id, Moment moment) {
        Told<FundSummaryAnswer> told = rollUps.part()
                .fund(rollUps.requester(), id, moment)
                .orElseThrow(() -> CommandException.fundNotOpen(id));
        output.write(spec.commandLine().getOut(), out -> print(out, told.answer()), told::answer, told.export());
    }

    /** The worst first, below them all together; what else there is, JSON and CSV have. */
    private static void print(PrintWriter out, RollUpAnswer answer) {
        TextTable table = table();
        RollUpAnswer.worstFirst(answer).forEach(place -> row(table, place.place(), place));
        row(table, CommandWords.together("rollup.total"), answer.total());
        table.print(out);
    }

    private static void print(PrintWriter out, FundSummaryAnswer answer) {
        TextTable households = new TextTable(
                "household", "verdict", ">shares", ">income", ">line", ">shortfall", ">months", "employed");
        answer.rows()
                .forEach(row -> households.row(
                        row.household(),
                        row.verdict(),
                        row.shares(),
                        row.income(),
                        row.line(),
                        row.shortfall(),
                        row.months(),
                        row.employed()
                                ? CommandWords.together("rollup.employed")
                                : CommandWords.together("rollup.unemployed")));
        households.print(out);
        out.println();
        TextTable total = table();
        row(total, answer.fund(), answer.total());
        total.print(out);
    }

    private static TextTable table() {
        return new TextTable(
                "place",
                ">funds",
                ">shares",
                ">capitalShortfall",
                ">capitalBreached",
                ">received",
                ">target",
                ">villagesShort",
                ">satisfied",
                ">unemployed",
                ">checks",
                ">notes");
    }

    private static void row(TextTable table, String name, PlaceSummary place) {
        table.row(
                name,
                place.funds(),
                place.shares(),
                place.capitalShortfall(),
                place.capitalBreached(),
                place.received(),
                place.target(),
                place.villagesShort(),
                place.satisfied() + "/" + place.judged(),
                place.unemployed(),
                place.checks(),
                place.notes());
    }
}
