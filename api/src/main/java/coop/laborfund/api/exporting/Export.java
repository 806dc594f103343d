package coop.laborfund.api.exporting;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** An answer ready to be written, once, in one of the formats that it has; nothing is read for it before that. */
public final class Export {

    private final Map<ExportFormat, Consumer<PrintWriter>> texts;
    private final Consumer<OutputStream> workbook;

    Export(Map<ExportFormat, Consumer<PrintWriter>> texts, Consumer<OutputStream> workbook) {
        this.texts = texts;
        this.workbook = workbook;
    }

    /** What writes it as text of a format that this answer has. */
    public Consumer<PrintWriter> text(ExportFormat format) {
        return Objects.requireNonNull(texts.get(format), format.name());
    }

    /** What writes it as a workbook; the stream stays open. */
    public Consumer<OutputStream> workbook() {
        return workbook;
    }
}
