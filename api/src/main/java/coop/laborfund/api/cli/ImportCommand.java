package coop.laborfund.api.cli;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.importing.ImportProgress;
import coop.laborfund.api.importing.ImportResult;
import coop.laborfund.api.importing.ImportResult.RefusedRow;
import coop.laborfund.api.importing.ImportWatch;
import coop.laborfund.api.importing.MovementsFile;
import coop.laborfund.api.importing.UnreadableFileException;
import coop.laborfund.api.importing.Workspace;
import coop.laborfund.api.recording.FileImports;
import coop.laborfund.api.words.Words;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "import", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "files")
    private List<Path> files = List.of();

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--accept-valid")
    private boolean acceptValid;

    @Option(names = "--json")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws UnreadableFileException {
        PrintWriter err = spec.commandLine().getErr();
        ImportProgress progress = ProgressBar.onTerminal(err);
        List<MovementsFile> read = new ArrayList<>();
        database.sweep();
        try (Workspace workspace = database.workspace()) {
            for (Path file : files) {
                read.add(MovementsFile.read(file, workspace, progress));
            }
            return record(read, progress, err);
        } finally {
            ProgressBar.clear(progress);
            read.forEach(MovementsFile::close);
        }
    }

    private int record(List<MovementsFile> read, ImportProgress progress, PrintWriter err) {
        try (Opened<FileImports> imports = database.open(FileImports.class)) {
            ImportResult result =
                    imports.part().importer(imports.requester()).run(read, mode(), ImportWatch.of(progress));
            ProgressBar.clear(progress);
            imports.part().settle();
            explain(result, err);
            if (json) {
                JsonOutput.print(spec.commandLine().getOut(), result);
            }
            return result.isComplete() || (dryRun && result.refused().isEmpty()) ? ExitStatus.DONE : ExitStatus.REFUSED;
        }
    }

    private ImportMode mode() {
        if (dryRun) {
            return ImportMode.DRY_RUN;
        }
        return acceptValid ? ImportMode.ACCEPT_VALID : ImportMode.ALL_OR_NONE;
    }

    private static void explain(ImportResult result, PrintWriter err) {
        for (RefusedRow row : result.refused()) {
            Words which = new Words(row.ref() + " [" + row.code() + "]", row.column());
            Words why = new Words(row.message(), row.messageEn());
            err.println(CommandWords.of("import.refused", row.file(), row.row(), which, why)
                    .lines());
        }
        int refused = result.refused().size() + result.refusedNotListed();
        if (result.refusedNotListed() > 0) {
            err.println(CommandWords.together("import.notListed", result.refusedNotListed()));
        }
        err.println(CommandWords.together("import.summary", result.recorded(), result.alreadyRecorded(), refused));
        if (!result.fundsNotRecorded().isEmpty()) {
            Words funds = new Words(
                    String.join("、", result.fundsNotRecorded()), String.join(", ", result.fundsNotRecorded()));
            err.println(CommandWords.together("import.fundsNotRecorded", funds));
        }
    }
}
