package coop.laborfund.api.cli;

import coop.laborfund.api.asking.HistoryQuestions;
import coop.laborfund.api.exporting.ExportFormat;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "journal", mixinStandardHelpOptions = true)
final class JournalCommand implements Callable<Integer> {

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private final FundOption fund = new FundOption();

    @Option(names = "--from", paramLabel = "D")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "D")
    private @Nullable LocalDate to;

    @Option(names = "--format", defaultValue = "hledger", description = "${COMPLETION-CANDIDATES}")
    private ExportFormat format = ExportFormat.HLEDGER;

    @Mixin
    private final OutputFile output = new OutputFile();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        output.requireFor(!format.isText());
        try (Opened<HistoryQuestions> history = database.open(HistoryQuestions.class)) {
            output.export(
                    spec.commandLine().getOut(),
                    format,
                    fund.open(history.part().journal(history.requester(), fund.id(), from, to)));
            return ExitStatus.DONE;
        }
    }
}
