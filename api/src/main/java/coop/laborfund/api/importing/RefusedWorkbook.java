package coop.laborfund.api.importing;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.movement.CellRemark;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Refused rows as a movements file of their own, with the reason beside each, to be corrected and handed in again. It is written
 * as the rows come. What a cell could not be trusted for is not seen here, so such a row has one cell more, under no column name,
 * and stays refused until somebody who has looked at it deletes that cell.
 */
public final class RefusedWorkbook implements AutoCloseable {

    /** The column of reasons, which is passed over when the file is read again. */
    static final String REASON = "拒绝原因";

    static final String TO_DELETE = "改好后请删去这一格 · delete this cell once the row is corrected";

    private static final List<Column> COLUMNS = List.of(Column.values());
    private static final int BEYOND = COLUMNS.size() + 1;

    /** A sheet's own limit, and rows that wait in memory. */
    private static final int MOST_ROWS = 1_000_000;

    private static final int ROWS_IN_MEMORY = 1_000;

    private static final int REASON_WIDTH = 60;
    private static final int WIDTH = 14;
    private static final String TEXT = "@";

    private final Workbook workbook;
    private Worksheet sheet;
    private int sheets;
    private int row;

    /** @param out takes the workbook and is not closed */
    public RefusedWorkbook(OutputStream out) {
        workbook = new Workbook(out, "laborfund", "1.0000");
        sheet = begin();
    }

    private Worksheet begin() {
        sheets++;
        row = 1;
        Worksheet begun = workbook.newWorksheet(sheets == 1 ? "被拒的行" : "被拒的行 " + sheets);
        begun.width(0, REASON_WIDTH);
        begun.inlineString(0, 0, REASON);
        for (Column column : COLUMNS) {
            int at = COLUMNS.indexOf(column) + 1;
            begun.width(at, WIDTH);
            // As text: 001 stays 001, and nothing becomes a date.
            begun.style(at).format(TEXT).set();
            begun.inlineString(0, at, column.chinese());
            begun.style(0, at).bold().set();
        }
        begun.freezePane(0, 1);
        return begun;
    }

    /** @param note why it is refused */
    public void add(FileRow refused, RowNote note) throws IOException {
        if (row == MOST_ROWS) {
            sheet.finish();
            sheet = begin();
        }
        sheet.inlineString(row, 0, note.chinese() + "\n" + note.english());
        for (Column column : refused.cells().keySet()) {
            int at = COLUMNS.indexOf(column) + 1;
            sheet.inlineString(row, at, refused.cell(column));
            sheet.style(row, at).format(TEXT).set();
        }
        if (refused.remarks().values().stream().map(CellRemark::kind).anyMatch(CellRemark.Kind::isDoubtful)) {
            sheet.inlineString(row, BEYOND, TO_DELETE);
        }
        row++;
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    /** Ends the workbook; the stream stays open. */
    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
