package coop.laborfund.api.cli;

import coop.laborfund.api.importing.ImportProgress;
import coop.laborfund.api.proof.KeptHeads;
import coop.laborfund.api.proof.KnownKey;
import coop.laborfund.api.proof.LedgerProof;
import coop.laborfund.api.proof.PackVerifier;
import coop.laborfund.api.proof.Report;
import coop.laborfund.api.proof.VerifyProgress;
import coop.laborfund.api.words.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "verify", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Parameters(arity = "0..1", paramLabel = "FILE.zip", descriptionKey = "pack")
    private @Nullable Path pack;

    @Option(names = "--ledger")
    private boolean ledger;

    @Option(names = "--key", paramLabel = "FILE|FINGERPRINT|CODE")
    private @Nullable String key;

    @Option(names = "--head", arity = "1..*", paramLabel = "FILE|CODE")
    private List<String> heads = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (ledger == (pack != null)) {
            throw new CommandException(ExitStatus.UNUSABLE, Words.of("verifyWhat"));
        }
        Report report = ledger ? verifyLedger() : verifyPack(Objects.requireNonNull(pack));
        PrintWriter out = spec.commandLine().getOut();
        report.print(out);
        out.flush();
        return report.isClean() ? ExitStatus.DONE : ExitStatus.REFUSED;
    }

    private Report verifyPack(Path file) {
        KnownKey known = key == null ? null : KnownKey.of(key);
        ImportProgress bar = ProgressBar.onTerminal(spec.commandLine().getErr());
        try {
            return PackVerifier.verify(
                    file, known, KeptHeads.of(heads), progress(bar, String.valueOf(file.getFileName())));
        } finally {
            ProgressBar.clear(bar);
        }
    }

    private Report verifyLedger() throws IOException {
        KnownKey known = key == null ? null : KnownKey.of(key);
        KeptHeads kept = KeptHeads.of(heads);
        ImportProgress bar = ProgressBar.onTerminal(spec.commandLine().getErr());
        try (Opened<LedgerProof> ledger = database.open(LedgerProof.class)) {
            return ledger.part().verify(known, kept, progress(bar, "ledger"));
        } finally {
            ProgressBar.clear(bar);
        }
    }

    private static VerifyProgress progress(ImportProgress bar, String name) {
        return (done, total) -> bar.at(ImportProgress.Stage.CHECKING, name, done, total);
    }
}
