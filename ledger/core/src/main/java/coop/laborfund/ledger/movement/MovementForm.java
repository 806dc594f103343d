package coop.laborfund.ledger.movement;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.command.MovementCommand;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.refusal.Rejection;
import java.util.Map;
import java.util.Optional;

/** Reads a row of the movements file as the declaration of its type says. */
public final class MovementForm {

    private MovementForm() {}

    /**
     * Reads one row.
     *
     * @param cells the row's cells by column, trimmed; an empty cell is left out
     */
    public static ReadRow read(Map<Column, String> cells) {
        return read(cells, Map.of());
    }

    /**
     * Likewise.
     *
     * @param remarks what a file says of the cells beside their texts, of empty ones too
     */
    public static ReadRow read(Map<Column, String> cells, Map<Column, CellRemark> remarks) {
        CellRemark ofType = remarks.get(Column.TYPE);
        if (ofType != null && ofType.kind().isDoubtful()) {
            return new ReadRow.Malformed(new Rejection(RefusalCode.BAD_CELL, Column.TYPE, ofType.details()));
        }
        Optional<MovementType> type = Words.find(MovementType.class, cells.getOrDefault(Column.TYPE, ""));
        if (type.isEmpty()) {
            return new ReadRow.Malformed(new Rejection(RefusalCode.UNKNOWN_TYPE, Column.TYPE, Map.of()));
        }
        RowReader row = new RowReader(cells, remarks, type.get().kind());
        CommandForm form = type.get().commandForm();
        MovementCommand command = form.read(row);
        Optional<String> name = form.registered().map(row::plainText).filter(given -> !given.isEmpty());
        Optional<Rejection> fault = row.firstFault();
        if (fault.isPresent()) {
            return new ReadRow.Malformed(fault.get());
        }
        RowContent content = new RowContent(type.get(), row.content());
        return new ReadRow.WellFormed(new Movement(command, content.digest(), name), content);
    }
}
