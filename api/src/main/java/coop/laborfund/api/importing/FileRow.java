package coop.laborfund.api.importing;

import coop.laborfund.ledger.command.Column;
import java.util.Map;

/**
 * One row of a movements file that is not blank.
 *
 * @param number counted in the file, the header is row 1
 * @param cells trimmed, empty ones left out
 */
public record FileRow(int number, Map<Column, String> cells) {

    String cell(Column column) {
        return cells.getOrDefault(column, "");
    }
}
