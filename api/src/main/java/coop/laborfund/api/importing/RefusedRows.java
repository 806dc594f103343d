package coop.laborfund.api.importing;

import coop.laborfund.ledger.refusal.Rejection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The refused rows of one file. Their cells come afterwards, fund by fund in the order of the file, so that whoever watches can
 * write them down as a file that may be handed in again. Beyond a limit they are not listed, so that a large file in which
 * everything is wrong does not exhaust memory.
 */
final class RefusedRows {

    /** Rows of one import that are listed. */
    static final int MOST_LISTED = 100_000;

    private final String file;
    private final int mostListed;
    private final ImportWatch watch;
    private final List<Listed> listed = new ArrayList<>();
    private final Map<Integer, Rejection> waiting = new HashMap<>();
    private int count;

    private record Listed(int index, RowNote note) {}

    RefusedRows(String file, int mostListed, ImportWatch watch) {
        this.file = file;
        this.mostListed = mostListed;
        this.watch = watch;
    }

    /** @param index the row's in the file; {@link #complete} brings its cells */
    void add(int index, Rejection rejection) {
        waiting.put(index, rejection);
        count++;
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    void complete(FileRow row) {
        Rejection rejection = waiting.remove(row.index());
        if (rejection == null) {
            return;
        }
        RowNote note = RowNote.refused(file, row, rejection);
        watch.refused(row, note);
        if (listed.size() < mostListed) {
            listed.add(new Listed(row.index(), note));
        }
    }

    int count() {
        return count;
    }

    /** In the order of the file. */
    List<RowNote> listed() {
        return listed.stream()
                .sorted(Comparator.comparingInt(Listed::index))
                .map(Listed::note)
                .toList();
    }
}
