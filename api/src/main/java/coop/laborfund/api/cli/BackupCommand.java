package coop.laborfund.api.cli;

import coop.laborfund.api.backup.Backups;
import coop.laborfund.api.backup.Backups.Made;
import coop.laborfund.api.backup.KeptBackups;
import coop.laborfund.api.words.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "backup", mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--out", required = true, paramLabel = "FILE|DIR")
    private Path out = Path.of("laborfund-backup.zip");

    @Option(names = "--keep", paramLabel = "N")
    private int keep = Integer.MAX_VALUE;

    @Option(names = "--with-key")
    private boolean withKey;

    @Option(names = "--json")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        boolean inFolder = Files.isDirectory(out);
        if (keep < 1 || (keep < Integer.MAX_VALUE && !inFolder)) {
            throw new CommandException(ExitStatus.UNUSABLE, Words.of("backupKeep", out));
        }
        try (Opened<Backups> backups = database.open(Backups.class)) {
            Made made = inFolder
                    ? backups.part().make(new KeptBackups(out), Instant.now(), keep, withKey)
                    : backups.part().make(out, withKey);
            print(made);
            return made.faults().isEmpty() ? ExitStatus.DONE : ExitStatus.REFUSED;
        } catch (IOException unwritable) {
            throw new CommandException(
                    ExitStatus.UNUSABLE, Words.of("fileUnwritable", out, String.valueOf(unwritable.getMessage())));
        }
    }

    private void print(Made made) {
        PrintWriter out = spec.commandLine().getOut();
        BackupSummary summary = BackupSummary.of(made);
        if (json) {
            JsonOutput.print(out, summary);
        } else {
            summary.print(out, made.heads().heads());
        }
        out.flush();
        PrintWriter err = spec.commandLine().getErr();
        made.deleted().forEach(old -> err.println(CommandWords.together("backup.deleted", old)));
        made.later()
                .forEach(later ->
                        err.println(CommandWords.of("backup.later", later).lines()));
        if (!made.faults().isEmpty()) {
            err.println(CommandWords.of("backup.faults").lines());
            made.faults().forEach(fault -> err.println(fault.lines()));
        }
        err.println(
                (made.manifest().withKey() ? CommandWords.of("backup.withKey") : CommandWords.of("backup.withoutKey"))
                        .lines());
    }
}
