package coop.laborfund.api.importing;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.movement.CellRemark;
import coop.laborfund.ledger.movement.CellRemark.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A worksheet whose rows are read, or a CSV file as its only one. Which of its cells are merged is known only after its rows.
 *
 * @param name empty in a CSV file
 */
record ReadSheet(String name, Header header, MergedCells merged) {

    /** A row as it looks with the cells that are merged, and whether it is a movement at all. */
    FileRow seen(FileRow row) {
        boolean dated = isThere(row, Column.DATE) || isThere(row, Column.TYPE);
        Map<Column, CellRemark> remarks = merged.isEmpty() ? row.remarks() : withMerged(row);
        return name.isEmpty() && dated
                ? row
                : new FileRow(row.index(), name, row.number(), row.hidden(), !dated, row.cells(), remarks);
    }

    private boolean isThere(FileRow row, Column column) {
        if (row.cells().containsKey(column)) {
            return true;
        }
        CellRemark remark = row.remarks().get(column);
        if (remark != null && !remark.kind().isOfRow()) {
            return true;
        }
        int at = header.placeOf(column);
        return !merged.isEmpty()
                && at >= 0
                && merged.at(row.number(), at)
                        .filter(range -> range.repeats(at))
                        .isPresent();
    }

    private Map<Column, CellRemark> withMerged(FileRow row) {
        Map<Column, CellRemark> remarks = new EnumMap<>(Column.class);
        remarks.putAll(row.remarks());
        for (int at = 0; at < header.width(); at++) {
            Column column = header.column(at);
            Optional<MergedCells.Range> range = column == null ? Optional.empty() : merged.at(row.number(), at);
            if (column != null && range.isPresent()) {
                remarks.put(column, new CellRemark(Kind.MERGED, range.get().text()));
            }
        }
        return remarks;
    }
}
