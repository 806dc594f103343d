package coop.laborfund.api.cli;

import coop.laborfund.api.node.LedgerNode;
import coop.laborfund.projections.fact.Projection;
import coop.laborfund.projections.fact.Projections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "rebuild",
        description = "由历史重建查询表 · rebuilds read models from the history",
        mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Parameters(arity = "0..*", paramLabel = "PROJECTION", description = "默认全部 · all if none is named")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        List<Projection> projections = names.isEmpty()
                ? Projections.ALL
                : names.stream().map(RebuildCommand::named).toList();
        try (LedgerNode node = database.open()) {
            node.rebuild(projections);
            return ExitStatus.DONE;
        }
    }

    private static Projection named(String name) {
        return Projections.named(name).orElseThrow(() -> {
            String known = Projections.ALL.stream().map(Projection::name).collect(Collectors.joining(", "));
            return new CommandException(
                    ExitStatus.UNUSABLE,
                    "没有查询表“" + name + "”。可以选:" + known,
                    "There is no projection \"" + name + "\". There are: " + known);
        });
    }
}
