package coop.laborfund.api.cli;

import coop.laborfund.api.app.LedgerRestore;
import coop.laborfund.api.backup.BackupFile;
import coop.laborfund.api.backup.BackupManifest.KeyMissing;
import coop.laborfund.api.backup.BackupNames;
import coop.laborfund.api.backup.RestoreFolder;
import coop.laborfund.api.importing.ImportProgress;
import coop.laborfund.api.proof.Fingerprint;
import coop.laborfund.api.proof.KnownKey;
import coop.laborfund.api.proof.Report;
import coop.laborfund.api.proof.SigningKey;
import coop.laborfund.api.words.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "restore", mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", descriptionKey = "backup")
    private Path file = Path.of("laborfund-backup.zip");

    /** No default: a backup is not put anywhere that was not named. */
    @Option(names = "--data", required = true, paramLabel = "DIR")
    private Path data = Path.of("laborfund-data");

    @Option(names = "--signing-key", paramLabel = "FILE")
    private @Nullable Path signingKey;

    @Option(names = "--without-key")
    private boolean withoutKey;

    @Option(names = "--key", paramLabel = "FILE|FINGERPRINT")
    private @Nullable String key;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        ImportProgress bar = ProgressBar.onTerminal(spec.commandLine().getErr());
        try (BackupFile backup = BackupFile.open(file)) {
            RestoreFolder.requireFree(data);
            requireKnown(backup);
            SigningKey own = signingKey(backup);
            List<Words> faults = backup.check();
            Report report = new LedgerRestore(backup, own, Clock.systemUTC())
                    .into(data, (done, total) -> bar.at(ImportProgress.Stage.CHECKING, "ledger", done, total))
                    .orElse(null);
            ProgressBar.clear(bar);
            print(backup, report, faults);
            return faults.isEmpty() && (report == null || report.isClean()) ? ExitStatus.DONE : ExitStatus.REFUSED;
        } catch (IOException unreadable) {
            throw new CommandException(
                    ExitStatus.UNUSABLE, Words.of("restoreFailed", file, data, String.valueOf(unreadable)));
        } finally {
            ProgressBar.clear(bar);
        }
    }

    private void requireKnown(BackupFile backup) {
        if (key != null && !KnownKey.of(key).fingerprint().equals(backup.key().fingerprint())) {
            throw new CommandException(
                    ExitStatus.REFUSED,
                    Words.of("backupOtherKey", file, backup.key().fingerprint()));
        }
    }

    /** The ledger's key, from the backup or from where it is kept apart; null where it is said that there is none. */
    private @Nullable SigningKey signingKey(BackupFile backup) throws IOException {
        if (withoutKey) {
            return null;
        }
        SigningKey own;
        if (signingKey != null) {
            own = SigningKey.ofFile(signingKey);
        } else if (backup.manifest().withKey()) {
            own = SigningKey.ofPem(file, backup.text(BackupNames.SIGNING_KEY));
        } else {
            throw new CommandException(ExitStatus.UNUSABLE, Words.of("restoreKey", file));
        }
        String ledgers = ledgersKey(backup);
        if (!ledgers.isEmpty() && !own.verifying().fingerprint().equals(ledgers)) {
            throw new CommandException(
                    ExitStatus.REFUSED,
                    Words.of("restoreOtherKey", own.verifying().fingerprint(), ledgers));
        }
        return own;
    }

    /** The fingerprint of the key that the restored ledger signs with; empty where the backup knows none. */
    private static String ledgersKey(BackupFile backup) {
        KeyMissing missing = backup.manifest().keyMissing();
        return missing == null ? backup.key().fingerprint() : missing.fingerprint();
    }

    private void print(BackupFile backup, @Nullable Report report, List<Words> faults) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println(CommandWords.of("restore.done", data).lines());
        out.println(
                CommandWords.of("restore.signer", Fingerprint.both(backup.key().fingerprint()))
                        .lines());
        BackupSummary.of(file.toString(), backup.manifest(), backup.heads(), Files.size(file))
                .print(out, backup.heads().heads());
        if (report != null) {
            report.print(out);
        }
        out.flush();
        PrintWriter err = spec.commandLine().getErr();
        if (!faults.isEmpty()) {
            err.println(CommandWords.of("backup.faults").lines());
            faults.forEach(fault -> err.println(fault.lines()));
        }
        if (report == null) {
            err.println(CommandWords.of("restore.withoutKey", data).lines());
        }
        err.println(CommandWords.of(
                        "restore.next",
                        backup.manifest().position(),
                        backup.manifest().recordedAt())
                .lines());
    }
}
