package coop.laborfund.api.exporting;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Writer;
import java.util.List;

/** Tables as CSV (RFC 4180, line feeds), with texts that no spreadsheet takes for formulas. */
final class SheetCsv {

    private SheetCsv() {}

    static void write(Writer out, Sheet sheet) {
        CsvWriter csv = open(out, sheet.columns());
        sheet.rows().forEach(row -> write(csv, row));
    }

    /** Begins with the header. Not to be closed: the writer belongs to the caller, and this one holds nothing else. */
    static CsvWriter open(Writer out, List<Sheet.Column> columns) {
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(out);
        csv.writeRecord(columns.stream().map(Sheet.Column::key).toList());
        return csv;
    }

    static void write(CsvWriter csv, List<Sheet.Cell> row) {
        csv.writeRecord(row.stream().map(Sheet.Cell::text).toList());
    }
}
