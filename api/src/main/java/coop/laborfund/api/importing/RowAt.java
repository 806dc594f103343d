package coop.laborfund.api.importing;

import coop.laborfund.ledger.command.Column;

/** Where a row stands, when its cells are no longer needed. */
record RowAt(int index, String sheet, int number, String ref) {

    static RowAt of(FileRow row) {
        return new RowAt(row.index(), row.sheet(), row.number(), row.cell(Column.REF));
    }
}
