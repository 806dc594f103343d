package coop.laborfund.api.cli;

import coop.laborfund.api.answer.EventAnswer;
import coop.laborfund.api.asking.HistoryQuestions;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "events", mixinStandardHelpOptions = true)
final class EventsCommand implements Callable<Integer> {

    enum Format {
        NDJSON,
        TABLE
    }

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private final FundOption fund = new FundOption();

    @Option(names = "--from", paramLabel = "P", defaultValue = "1")
    private long from = 1;

    @Option(names = "--to", paramLabel = "P")
    private long to = Long.MAX_VALUE;

    @Option(names = "--format", defaultValue = "ndjson", description = "${COMPLETION-CANDIDATES}")
    private Format format = Format.NDJSON;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (Opened<HistoryQuestions> history = database.open(HistoryQuestions.class)) {
            Stream<EventAnswer> events = fund.open(history.part().events(history.requester(), fund.id(), from, to));
            PrintWriter out = spec.commandLine().getOut();
            switch (format) {
                case NDJSON -> events.forEach(event -> JsonOutput.printLine(out, event));
                case TABLE -> print(out, events);
            }
            return ExitStatus.DONE;
        }
    }

    private static void print(PrintWriter out, Stream<EventAnswer> events) {
        TextTable table = new TextTable(">position", "recordedAt", "event", "payload");
        events.forEach(event -> table.row(event.position(), event.recordedAt(), event.type(), event.payload()));
        table.print(out);
    }
}
