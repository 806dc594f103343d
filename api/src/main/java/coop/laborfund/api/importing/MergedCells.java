package coop.laborfund.api.importing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** The merged cells of a worksheet, which stand after all its rows. */
final class MergedCells {

    private static final Pattern RANGE =
            Pattern.compile("\\$?([A-Z]{1,3})\\$?([0-9]{1,7}):\\$?([A-Z]{1,3})\\$?([0-9]{1,7})");

    /** Of one sheet: more are no work of hands. */
    private static final int MOST = 200_000;

    /** By column, then by first row; merged cells do not overlap. */
    private final Map<Integer, TreeMap<Integer, Range>> byColumn = new HashMap<>();

    private int count;

    /**
     * A rectangle of cells shown as one.
     *
     * @param text as its sheet has it: {@code G11:G12}
     */
    record Range(String text, int firstRow, int lastRow, int firstColumn, int lastColumn) {

        /** Whether it stands for several rows' values of one column and is not just a wide cell or a note. */
        boolean repeats(int column) {
            return firstColumn == column && lastRow > firstRow;
        }
    }

    boolean isEmpty() {
        return byColumn.isEmpty();
    }

    /**
     * Takes in a range, as far as anybody will ask for it.
     *
     * @param below rows from here on are asked for, and
     * @param columns so many columns
     */
    void add(String reference, int below, int columns) throws XMLStreamException {
        Matcher range = RANGE.matcher(reference);
        if (!range.matches() || ++count > MOST) {
            throw new XMLStreamException("merged cells " + reference);
        }
        Range merged = new Range(
                reference,
                Integer.parseInt(range.group(2)),
                Integer.parseInt(range.group(4)),
                XlsxRows.columnOf(range.group(1)),
                XlsxRows.columnOf(range.group(3)));
        if (merged.lastRow < below) {
            return;
        }
        for (int column = merged.firstColumn; column <= merged.lastColumn && column < columns; column++) {
            byColumn.computeIfAbsent(column, first -> new TreeMap<>()).put(merged.firstRow, merged);
        }
    }

    /** The range that a cell lies in. */
    Optional<Range> at(int row, int column) {
        TreeMap<Integer, Range> ranges = byColumn.get(column);
        Map.Entry<Integer, Range> above = ranges == null ? null : ranges.floorEntry(row);
        return above == null || above.getValue().lastRow < row ? Optional.empty() : Optional.of(above.getValue());
    }
}
