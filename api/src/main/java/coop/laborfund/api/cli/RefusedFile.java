package coop.laborfund.api.cli;

import coop.laborfund.api.importing.FileRow;
import coop.laborfund.api.importing.RefusedWorkbook;
import coop.laborfund.api.importing.RowNote;
import coop.laborfund.api.words.Words;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --refused}: a workbook of the refused rows. Without any there will be none. */
final class RefusedFile {

    @Option(names = "--refused", paramLabel = "FILE.xlsx")
    private @Nullable Path file;

    private @Nullable OutputStream out;
    private @Nullable RefusedWorkbook workbook;

    /** Says before any work is done that the file cannot be written. */
    void requireFree() {
        if (file != null && Files.exists(file)) {
            throw new CommandException(ExitStatus.UNUSABLE, Words.of("refusedFileExists", file));
        }
    }

    void add(FileRow row, RowNote note) {
        if (file == null) {
            return;
        }
        try {
            RefusedWorkbook into = workbook;
            if (into == null) {
                out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW));
                into = new RefusedWorkbook(out);
                workbook = into;
            }
            into.add(row, note);
        } catch (IOException failed) {
            throw unwritable(failed);
        }
    }

    /** Ends it. Where it is, null where nothing was refused or nobody asked. */
    @Nullable
    Path finish() {
        RefusedWorkbook into = workbook;
        OutputStream stream = out;
        if (into == null || stream == null) {
            return null;
        }
        try (stream) {
            into.close();
        } catch (IOException failed) {
            throw unwritable(failed);
        }
        return file;
    }

    private CommandException unwritable(IOException failed) {
        return new CommandException(
                ExitStatus.UNUSABLE,
                Words.of("fileUnwritable", String.valueOf(file), String.valueOf(failed.getMessage())));
    }
}
