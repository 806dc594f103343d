package coop.laborfund.api.cli;

import coop.laborfund.api.exporting.Export;
import coop.laborfund.api.exporting.ExportFormat;
import coop.laborfund.api.words.Words;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --out}: where a result goes; standard output without it. */
final class OutputFile {

    @Option(names = "--out", paramLabel = "FILE")
    private @Nullable Path file;

    static OutputFile at(Path file) {
        OutputFile output = new OutputFile();
        output.file = file;
        return output;
    }

    /** Writes text, as UTF-8 where it goes to a file. */
    void text(PrintWriter standardOutput, Consumer<PrintWriter> result) {
        if (file == null) {
            result.accept(standardOutput);
            standardOutput.flush();
            return;
        }
        write(file, out -> {
            PrintWriter text = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            result.accept(text);
            text.flush();
            if (text.checkError()) {
                throw new UncheckedIOException(new IOException("text could not be written"));
            }
        });
    }

    /** Says before any work is done that a workbook needs a file: a terminal shows none. */
    void requireFor(boolean workbook) {
        if (workbook && file == null) {
            throw new CommandException(ExitStatus.UNUSABLE, Words.of("workbookNeedsFile"));
        }
    }

    void export(PrintWriter standardOutput, ExportFormat format, Export export) {
        requireFor(!format.isText());
        if (format.isText()) {
            text(standardOutput, export.text(format));
        } else if (file != null) {
            write(file, export.workbook());
        }
    }

    private static void write(Path file, Consumer<OutputStream> result) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            result.accept(out);
        } catch (IOException | UncheckedIOException unwritable) {
            throw new CommandException(ExitStatus.UNUSABLE, Words.of("fileUnwritable", file, unwritable.getMessage()));
        }
    }
}
