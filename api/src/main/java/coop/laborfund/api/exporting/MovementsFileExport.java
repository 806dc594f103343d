package coop.laborfund.api.exporting;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.SetupEvent.HouseholdAdmitted;
import coop.laborfund.ledger.event.StatementEvent.BankLineRecorded;
import coop.laborfund.ledger.movement.MovementRow;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * What funds have recorded, as a movements file that can be handed in elsewhere. Its texts are what was recorded, to the letter: nothing
 * is put before what a spreadsheet might take for a formula, or it would be handed in as something else; the workbook's cells are
 * texts, and so harmless there.
 */
public final class MovementsFileExport {

    private static final List<Column> COLUMNS = List.of(Column.values());
    private static final String TEXT = "@";

    /** A sheet's own limit, and rows that wait in memory. */
    private static final int MOST_ROWS = 1_000_000;

    private static final int ROWS_IN_MEMORY = 1_000;

    private MovementsFileExport() {}

    /**
     * One fund's history with the texts that stand beside it.
     *
     * @param names of households, by their ids
     * @param bankTexts the bank's words, by the refs of its lines
     */
    public record FundMovements(
            Stream<RecordedEvent> events, Map<String, String> names, Map<String, String> bankTexts) {

        private List<String> row(FundEvent event) {
            Map<Column, String> cells = new EnumMap<>(MovementRow.of(event));
            if (event instanceof HouseholdAdmitted admitted) {
                cells.put(Column.NAME, names.getOrDefault(admitted.household(), ""));
            } else if (event instanceof BankLineRecorded line) {
                cells.put(Column.NAME, bankTexts.getOrDefault(line.ref(), ""));
            }
            return COLUMNS.stream()
                    .map(column -> cells.getOrDefault(column, ""))
                    .toList();
        }
    }

    /** @param funds in the order in which they are written */
    public static Export of(List<String> funds, Function<String, FundMovements> fund) {
        return new Export(
                Map.of(ExportFormat.CSV, out -> writeCsv(out, funds, fund)), out -> writeWorkbook(out, funds, fund));
    }

    private static void writeCsv(PrintWriter out, List<String> funds, Function<String, FundMovements> fund) {
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(out);
        csv.writeRecord(COLUMNS.stream().map(Column::key).toList());
        each(funds, fund, csv::writeRecord);
    }

    private interface Row {
        void write(List<String> cells);
    }

    private static void each(List<String> funds, Function<String, FundMovements> fund, Row row) {
        for (String id : funds) {
            FundMovements movements = fund.apply(id);
            try (Stream<RecordedEvent> events = movements.events()) {
                events.forEach(recorded -> row.write(movements.row(recorded.event())));
            }
        }
    }

    private static void writeWorkbook(OutputStream out, List<String> funds, Function<String, FundMovements> fund) {
        try {
            // A program's version is asked for, XX.YYYY.
            Workbook workbook = new Workbook(out, "laborfund", "1.0000");
            Sheets sheets = new Sheets(workbook);
            each(funds, fund, sheets::write);
            workbook.finish();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** One sheet after another, each as long as one may be. */
    private static final class Sheets {

        private final Workbook workbook;
        private Worksheet sheet;
        private int number;
        private int row;

        private Sheets(Workbook workbook) {
            this.workbook = workbook;
            sheet = begin();
        }

        private Worksheet begin() {
            number++;
            row = 1;
            Worksheet begun = workbook.newWorksheet(number == 1 ? "流水表" : "流水表 " + number);
            for (Column column : COLUMNS) {
                int at = COLUMNS.indexOf(column);
                begun.style(at).format(TEXT).set();
                begun.inlineString(0, at, column.chinese());
                begun.style(0, at).bold().set();
            }
            begun.freezePane(0, 1);
            return begun;
        }

        private void write(List<String> cells) {
            try {
                if (row == MOST_ROWS) {
                    sheet.finish();
                    sheet = begin();
                }
                for (int at = 0; at < cells.size(); at++) {
                    if (!cells.get(at).isEmpty()) {
                        sheet.inlineString(row, at, cells.get(at));
                    }
                }
                row++;
                if (row % ROWS_IN_MEMORY == 0) {
                    sheet.flush();
                }
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }
}
