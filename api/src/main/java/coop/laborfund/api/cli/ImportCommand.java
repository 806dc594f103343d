package coop.laborfund.api.cli;

import coop.laborfund.api.app.OpenLedger;
import coop.laborfund.api.importing.FileRow;
import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.importing.ImportProgress;
import coop.laborfund.api.importing.ImportResult;
import coop.laborfund.api.importing.ImportWatch;
import coop.laborfund.api.importing.MovementsFile;
import coop.laborfund.api.importing.RowNote;
import coop.laborfund.api.importing.UnreadableFileException;
import coop.laborfund.api.importing.Workspace;
import coop.laborfund.api.proof.ProofException;
import coop.laborfund.api.proof.Seals;
import coop.laborfund.api.recording.FileImports;
import coop.laborfund.api.words.Words;
import coop.laborfund.ledger.door.DatabaseFailedException;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.ledger.door.TakeoverEndedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "import", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private static final int LONGEST_RESOLUTION = 200;

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "files")
    private List<Path> files = List.of();

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--accept-valid")
    private boolean acceptValid;

    @Option(names = "--takeover", paramLabel = "RESOLUTION")
    private @Nullable String takeover;

    @Mixin
    private final TrustedClock clock = new TrustedClock();

    @Mixin
    private final RefusedFile refusedFile = new RefusedFile();

    @Option(names = "--json")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws UnreadableFileException {
        PrintWriter err = spec.commandLine().getErr();
        ImportProgress progress = ProgressBar.onTerminal(err);
        List<MovementsFile> read = new ArrayList<>();
        refusedFile.requireFree();
        requireResolution();
        clock.by();
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
            ImportMode mode = ImportMode.of(dryRun, acceptValid);
            ImportResult result =
                    imports.part().importer(requester(imports.requester())).run(read, mode, watch(progress));
            Path refused = refusedFile.finish();
            ProgressBar.clear(progress);
            imports.part().settle();
            if (result.recorded() > 0) {
                seal(imports.ledger(), err);
            }
            ImportReport report = new ImportReport(result, err);
            read.forEach(report::sheets);
            report.print(dryRun);
            if (refused != null) {
                err.println(CommandWords.together("import.refusedFile", refused));
            }
            if (json) {
                JsonOutput.print(spec.commandLine().getOut(), result);
            }
            return result.isComplete() || (dryRun && result.refused().isEmpty()) ? ExitStatus.DONE : ExitStatus.REFUSED;
        } catch (TakeoverEndedException ended) {
            throw new CommandException(ExitStatus.REFUSED, Words.of("takeoverEnded", ended.fund()));
        }
    }

    /** What was recorded is recorded, whether it can be sealed here or not. */
    private static void seal(OpenLedger ledger, PrintWriter err) {
        try {
            ledger.part(Seals.class).seal();
        } catch (IOException | ProofException | DatabaseFailedException unsealed) {
            err.println(
                    CommandWords.of("import.unsealed", unsealed.getMessage()).lines());
        }
    }

    private Requester requester(Requester user) {
        Requester trusting = user.trustingClock(clock.by());
        return takeover == null ? trusting : trusting.takingOver(takeover.strip());
    }

    private void requireResolution() {
        if (takeover != null
                && (takeover.isBlank()
                        || takeover.length() > LONGEST_RESOLUTION
                        || takeover.chars().anyMatch(Character::isISOControl))) {
            throw new CommandException(ExitStatus.UNUSABLE, Words.of("badResolution", LONGEST_RESOLUTION));
        }
    }

    private ImportWatch watch(ImportProgress progress) {
        return new ImportWatch() {
            @Override
            public void at(Stage stage, String file, long done, long total) {
                progress.at(stage, file, done, total);
            }

            @Override
            public void refused(FileRow row, RowNote note) {
                refusedFile.add(row, note);
            }
        };
    }
}
