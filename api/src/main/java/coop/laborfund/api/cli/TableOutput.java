package coop.laborfund.api.cli;

import coop.laborfund.api.exporting.Export;
import coop.laborfund.api.exporting.ExportFormat;
import java.io.PrintWriter;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options {@code --format} and {@code --out} of what a terminal shows as a table. */
final class TableOutput {

    enum Format {
        TABLE,
        JSON,
        CSV,
        XLSX
    }

    @Option(names = "--format", defaultValue = "table", description = "${COMPLETION-CANDIDATES}")
    private Format format = Format.TABLE;

    @Mixin
    private final OutputFile output = new OutputFile();

    /** Says before any work is done that a workbook needs a file. */
    void check() {
        output.requireFor(format == Format.XLSX);
    }

    /** Writes an answer in the format that is asked for, and makes it in no other. */
    void write(PrintWriter standard, Consumer<PrintWriter> table, Supplier<Object> json, Export export) {
        switch (format) {
            case TABLE -> output.text(standard, table);
            case JSON -> output.text(standard, out -> JsonOutput.print(out, json.get()));
            case CSV -> output.export(standard, ExportFormat.CSV, export);
            case XLSX -> output.export(standard, ExportFormat.XLSX, export);
        }
    }
}
