package coop.laborfund.api.cli;

import coop.laborfund.api.importing.TemplateWorkbook;
import coop.laborfund.api.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "template", mixinStandardHelpOptions = true)
final class TemplateCommand implements Callable<Integer> {

    @Option(names = "--out", paramLabel = "FILE.xlsx")
    private Path out = Path.of("流水表模板.xlsx");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (Files.exists(out)) {
            throw new CommandException(ExitStatus.UNUSABLE, Words.of("fileExists", out));
        }
        try (OutputStream file = Files.newOutputStream(out)) {
            TemplateWorkbook.write(file);
        }
        spec.commandLine().getErr().println(CommandWords.together("template.written") + ": " + out);
        return ExitStatus.DONE;
    }
}
