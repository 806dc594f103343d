package coop.laborfund.api.importing;

import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.refusal.Rejection;
import java.util.ArrayList;
import java.util.List;

/** A fund's well-formed rows, where they stand, and what was wrong with the others. */
final class Batch {

    private final List<RowAt> rows = new ArrayList<>();
    private final List<Movement> movements = new ArrayList<>();
    private final List<Malformed> malformed = new ArrayList<>();

    /** @param index the row's in the file */
    record Malformed(int index, Rejection rejection) {}

    void add(FileRow row, Movement movement) {
        rows.add(RowAt.of(row));
        movements.add(movement);
    }

    void add(FileRow row, Rejection rejection) {
        malformed.add(new Malformed(row.index(), rejection));
    }

    /** Where each movement stands. */
    List<RowAt> rows() {
        return rows;
    }

    List<Movement> movements() {
        return movements;
    }

    List<Malformed> malformed() {
        return malformed;
    }

    int size() {
        return movements.size();
    }
}
