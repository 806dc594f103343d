package coop.laborfund.api.importing;

import coop.laborfund.api.importing.ImportResult.RefusedRow;
import coop.laborfund.ledger.refusal.Rejection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The refused rows of one file. Beyond a limit they are only counted, so that a large file in which everything is wrong does not
 * exhaust memory; whoever reads so many corrects the first of them and tries again.
 */
final class RefusedRows {

    /** Rows of one import that are listed. */
    static final int MOST_LISTED = 100_000;

    private final String file;
    private final int mostListed;
    private final List<RefusedRow> listed = new ArrayList<>();
    private final Map<Integer, Rejection> waiting = new HashMap<>();
    private int count;

    RefusedRows(String file, int mostListed) {
        this.file = file;
        this.mostListed = mostListed;
    }

    void add(FileRow row, Rejection rejection) {
        if (isWanted()) {
            listed.add(RefusedRow.of(file, row, rejection));
        }
        count++;
    }

    /** One whose cells are no longer at hand; {@link #complete} brings them. */
    void add(int row, Rejection rejection) {
        if (isWanted()) {
            waiting.put(row, rejection);
        }
        count++;
    }

    private boolean isWanted() {
        return listed.size() + waiting.size() < mostListed;
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    void complete(FileRow row) {
        Rejection rejection = waiting.remove(row.number());
        if (rejection != null) {
            listed.add(RefusedRow.of(file, row, rejection));
        }
    }

    int count() {
        return count;
    }

    /** In the order of the file. */
    List<RefusedRow> listed() {
        return listed.stream().sorted(Comparator.comparingInt(RefusedRow::row)).toList();
    }
}
