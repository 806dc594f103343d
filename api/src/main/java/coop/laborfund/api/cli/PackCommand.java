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

@Command(
        name = "pack",
        description = "查验包:一个基金的全部历史和由它得出的一切 · the inspection pack: a fund's history and all that comes of it",
        mixinStandardHelpOptions = true)
final class PackCommand implements Callable<Integer> {

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Option(names = "--fund", required = true, paramLabel = "F", description = "基金编号 · the fund")
    private String fund = "";

    @Option(names = "--out", required = true, paramLabel = "FILE.zip", description = "写入的文件 · the file written")
    private Path out = Path.of("pack.zip");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (Opened<PackWriter> packs = database.open(PackWriter.class)) {
            if (!packs.part().write(fund, out.toAbsolutePath())) {
                throw CommandException.fundNotOpen(fund);
            }
            spec.commandLine().getErr().println("已写入 " + out + " · written");
            return ExitStatus.DONE;
        } catch (IOException unwritable) {
            throw new CommandException(ExitStatus.UNUSABLE, Words.of("fileUnwritable", out, unwritable.getMessage()));
        }
    }
}
