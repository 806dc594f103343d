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

    @Option(names = "--json", description = "以 JSON 输出结果 · the result as JSON")
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
            err.println("%s 第 %d 行 %s [%s]: %s".formatted(row.file(), row.row(), row.ref(), row.code(), row.message()));
            err.println("%s row %d, column %s: %s".formatted(row.file(), row.row(), row.column(), row.messageEn()));
        }
        int refused = result.refused().size() + result.refusedNotListed();
        if (result.refusedNotListed() > 0) {
            err.println("另有 %d 行被拒绝,没有列出。 %d more refused rows are not listed."
                    .formatted(result.refusedNotListed(), result.refusedNotListed()));
        }
        err.println("已记录 %d 行,早已记录 %d 行,拒绝 %d 行。 Recorded %d, already recorded %d, refused %d."
                .formatted(
                        result.recorded(),
                        result.alreadyRecorded(),
                        refused,
                        result.recorded(),
                        result.alreadyRecorded(),
                        refused));
        if (!result.fundsNotRecorded().isEmpty()) {
            err.println("未记录的基金:" + String.join("、", result.fundsNotRecorded()) + " Funds not recorded: "
                    + String.join(", ", result.fundsNotRecorded()));
        }
    }
}
