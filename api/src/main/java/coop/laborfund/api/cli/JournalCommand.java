package coop.laborfund.api.cli;

import coop.laborfund.api.exporting.BeancountJournal;
import coop.laborfund.api.exporting.HledgerJournal;
import coop.laborfund.api.exporting.JournalTable;
import coop.laborfund.api.node.LedgerNode;
import coop.laborfund.ledger.event.RecordedEvent;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "journal", description = "复式分录 · the double-entry journal", mixinStandardHelpOptions = true)
final class JournalCommand implements Callable<Integer> {

    enum Format {
        HLEDGER,
        BEANCOUNT,
        CSV,
        XLSX
    }

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--fund", required = true, paramLabel = "F", description = "基金编号 · the fund")
    private String fund = "";

    @Option(
            names = "--from",
            paramLabel = "D",
            description = "首日,之前的并入期初余额 · first day; earlier ones are an opening entry")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "D", description = "末日 · last day")
    private @Nullable LocalDate to;

    @Option(names = "--format", defaultValue = "hledger", description = "${COMPLETION-CANDIDATES}")
    private Format format = Format.HLEDGER;

    @Mixin
    private final OutputFile output = new OutputFile();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        output.requireFor(format == Format.XLSX);
        try (LedgerNode node = database.open()) {
            if (node.history().lastSequence(fund).isEmpty()) {
                throw CommandException.fundNotOpen(fund);
            }
            write(node.history().ofFund(fund, 1, Long.MAX_VALUE));
            return ExitStatus.DONE;
        }
    }

    private void write(Stream<RecordedEvent> events) {
        PrintWriter standard = spec.commandLine().getOut();
        switch (format) {
            case HLEDGER -> output.text(standard, out -> HledgerJournal.write(out, fund, events, from, to));
            case BEANCOUNT -> output.text(standard, out -> BeancountJournal.write(out, fund, events, from, to));
            case CSV -> output.text(standard, out -> JournalTable.writeCsv(out, fund, events, from, to));
            case XLSX -> output.workbook(out -> JournalTable.writeWorkbook(out, fund, events, from, to));
        }
    }
}
