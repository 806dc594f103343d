package coop.laborfund.api.cli;

import coop.laborfund.api.asking.HistoryQuestions;
import coop.laborfund.api.exporting.Export;
import coop.laborfund.api.exporting.ExportFormat;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "export", mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    /** What may be taken out whole. */
    private enum Whole {
        /** The movements file. */
        MOVEMENTS
    }

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--format", defaultValue = "movements", description = "${COMPLETION-CANDIDATES}")
    private Whole format = Whole.MOVEMENTS;

    @Option(names = "--fund", paramLabel = "F")
    private @Nullable String fund;

    @Option(names = "--out", paramLabel = "FILE", required = true)
    private Path out = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (Opened<HistoryQuestions> history = database.open(HistoryQuestions.class)) {
            Export movements = switch (format) {
                case MOVEMENTS ->
                    history.part()
                            .movements(history.requester(), fund)
                            .orElseThrow(() -> CommandException.fundNotOpen(String.valueOf(fund)));
            };
            boolean workbook = out.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
            OutputFile.at(out)
                    .export(spec.commandLine().getOut(), workbook ? ExportFormat.XLSX : ExportFormat.CSV, movements);
            return ExitStatus.DONE;
        }
    }
}
