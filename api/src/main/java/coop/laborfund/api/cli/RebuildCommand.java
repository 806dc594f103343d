package coop.laborfund.api.cli;

import coop.laborfund.api.words.Words;
import coop.laborfund.projections.door.RebuildTables;
import coop.laborfund.projections.fact.Projection;
import coop.laborfund.projections.fact.Projections;
import coop.laborfund.projections.rebuild.RebuildProgress;
import coop.laborfund.projections.rebuild.RebuildProgress.Stage;
import coop.laborfund.projections.rebuild.RebuildRefusedException;
import coop.laborfund.projections.rebuild.RebuildResult;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "rebuild", mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Parameters(arity = "0..*", paramLabel = "PROJECTION", descriptionKey = "projections")
    private List<String> names = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        List<Projection> projections = names.isEmpty()
                ? Projections.ALL
                : names.stream().map(RebuildCommand::named).toList();
        PrintWriter err = spec.commandLine().getErr();
        TerminalLine line = new TerminalLine(err);
        try (Opened<RebuildTables> tables = database.open(RebuildTables.class)) {
            RebuildResult result = tables.part().rebuild(projections, onTerminal(line));
            line.clear();
            explain(projections, result, err);
            return ExitStatus.DONE;
        } catch (RebuildRefusedException refused) {
            line.clear();
            err.println(refused.getMessage());
            return ExitStatus.REFUSED;
        }
    }

    private static RebuildProgress onTerminal(TerminalLine line) {
        return TerminalLine.isThere()
                ? (stage, done, total) -> line.show(words(stage), done, total)
                : RebuildProgress.NONE;
    }

    private static String words(Stage stage) {
        return switch (stage) {
            case FOLDING -> CommandWords.together("rebuild.folding");
            case INDEXING -> CommandWords.together("rebuild.indexing");
            case SWAPPING -> CommandWords.together("rebuild.swapping");
        };
    }

    private static void explain(List<Projection> projections, RebuildResult result, PrintWriter err) {
        String which = projections.stream().map(Projection::name).collect(Collectors.joining(", "));
        if (result.kept() > 0) {
            err.println(CommandWords.together("rebuild.wentOn", result.kept()));
        }
        err.println(CommandWords.together("rebuild.done", which, result.position(), result.rows()));
    }

    private static Projection named(String name) {
        return Projections.named(name).orElseThrow(() -> {
            String known = Projections.ALL.stream().map(Projection::name).collect(Collectors.joining(", "));
            return new CommandException(ExitStatus.UNUSABLE, Words.of("unknownProjection", name, known));
        });
    }
}
