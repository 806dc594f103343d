package coop.laborfund.api.cli;

import coop.laborfund.api.importing.FileRow;
import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.importing.ImportProgress;
import coop.laborfund.api.importing.ImportResult;
import coop.laborfund.api.importing.ImportWatch;
import coop.laborfund.api.importing.MovementsFile;
import coop.laborfund.api.importing.RowNote;
import coop.laborfund.api.importing.UnreadableFileException;
import coop.laborfund.api.importing.Workspace;
import coop.laborfund.api.recording.FileImports;
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

@Command(name = "import", description = "导入流水表 · records movements files", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "流水表 CSV 或 xlsx · movements files, CSV or xlsx")
    private List<Path> files = List.of();

    @Option(names = "--dry-run", description = "只检查,不记录 · checks and records nothing")
    private boolean dryRun;

    @Option(names = "--accept-valid", description = "有误的行跳过,其余照记 · records the rows that are not refused")
    private boolean acceptValid;

    @Mixin
    private final RefusedFile refusedFile = new RefusedFile();

    @Option(names = "--json", description = "以 JSON 输出结果 · the result as JSON")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws UnreadableFileException {
        PrintWriter err = spec.commandLine().getErr();
        ImportProgress progress = ProgressBar.onTerminal(err);
        List<MovementsFile> read = new ArrayList<>();
        refusedFile.requireFree();
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
            ImportResult result = imports.part().importer(imports.requester()).run(read, mode, watch(progress));
            Path refused = refusedFile.finish();
            ProgressBar.clear(progress);
            imports.part().settle();
            read.forEach(file -> file.explainSheetsNotRead().ifPresent(said -> err.println(file.name() + " " + said)));
            new ImportReport(result, err).print(dryRun);
            if (refused != null) {
                err.println("被拒的行在 " + refused + ",改好后可以再导入。 The refused rows are in " + refused
                        + ": correct and import it.");
            }
            if (json) {
                JsonOutput.print(spec.commandLine().getOut(), result);
            }
            return result.isComplete() || (dryRun && result.refused().isEmpty()) ? ExitStatus.DONE : ExitStatus.REFUSED;
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
