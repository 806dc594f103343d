package coop.laborfund.api.cli;

import coop.laborfund.api.proof.PackWriter;
import coop.laborfund.api.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "pack", mixinStandardHelpOptions = true)
final class PackCommand implements Callable<Integer> {

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--fund", required = true, paramLabel = "F")
    private String fund = "";

    @Option(names = "--out", required = true, paramLabel = "FILE.zip")
    private Path out = Path.of("pack.zip");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (Opened<PackWriter> packs = database.open(PackWriter.class)) {
            if (!packs.part().write(fund, out.toAbsolutePath())) {
                throw CommandException.fundNotOpen(fund);
            }
            Words written = CommandWords.of("pack.written");
            spec.commandLine().getErr().println(written.chinese() + " " + out + " · " + written.english());
            return ExitStatus.DONE;
        } catch (IOException unwritable) {
            throw new CommandException(ExitStatus.UNUSABLE, Words.of("fileUnwritable", out, unwritable.getMessage()));
        }
    }
}
