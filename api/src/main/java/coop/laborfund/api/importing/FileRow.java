package coop.laborfund.api.importing;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.movement.CellRemark;
import coop.laborfund.ledger.movement.MovementForm;
import coop.laborfund.ledger.movement.ReadRow;
import java.util.Map;

/**
 * One row of a movements file that is not blank.
 *
 * @param index counted over all rows of the file that are kept, from 0
 * @param sheet the worksheet's name, empty in a CSV file
 * @param number counted in the file or the sheet, from 1, title and header too
 * @param hidden whether nobody can see it in the workbook
 * @param passedOver whether it is no movement: a total, a note, a signature
 * @param cells trimmed, empty ones left out
 * @param remarks what is to be said of cells beside their texts, of empty ones too
 */
public record FileRow(
        int index,
        String sheet,
        int number,
        boolean hidden,
        boolean passedOver,
        Map<Column, String> cells,
        Map<Column, CellRemark> remarks) {

    /** What it says. */
    ReadRow read() {
        return MovementForm.read(cells, remarks);
    }

    String cell(Column column) {
        return cells.getOrDefault(column, "");
    }
}
