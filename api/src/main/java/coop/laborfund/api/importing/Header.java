package coop.laborfund.api.importing;

import coop.laborfund.ledger.command.Column;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The row that names the columns of a sheet or a CSV file: which column stands where. What stands above it is a title. */
final class Header {

    /** Of a sheet or file, in which the header is looked for. */
    static final int MOST_ROWS_ABOVE = 10;

    private final int row;
    private final List<ColumnName> names;

    private Header(int row, List<ColumnName> names) {
        this.row = row;
        this.names = names;
    }

    /** Whether a row is the header: it names the two columns that no movement can do without. */
    static boolean isOne(List<String> cells) {
        boolean ref = false;
        boolean type = false;
        for (String cell : cells) {
            // No name of a column is as long as most cells.
            @Nullable
            Column column = cell.length() > LONGEST_NAME
                    ? null
                    : ColumnName.of(cell).column().orElse(null);
            ref |= column == Column.REF;
            type |= column == Column.TYPE;
        }
        return ref && type;
    }

    private static final int LONGEST_NAME = 100;

    /**
     * @param where the file and, of a workbook, the sheet
     * @throws UnreadableFileException where columns are unknown or repeated
     */
    static Header of(Place where, int row, List<String> cells) throws UnreadableFileException {
        List<ColumnName> names = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<String> repeated = new ArrayList<>();
        Set<Column> seen = EnumSet.noneOf(Column.class);
        for (String cell : cells) {
            ColumnName name = ColumnName.of(cell);
            names.add(name);
            if (name.isUnknown()) {
                unknown.add(name.text());
            } else if (name.column().isPresent() && !seen.add(name.column().get())) {
                repeated.add(name.text());
            }
        }
        if (!unknown.isEmpty() || !repeated.isEmpty()) {
            throw wrong(where, row, unknown, repeated);
        }
        return new Header(row, names);
    }

    int row() {
        return row;
    }

    /** How many cells it has, those without a name included. */
    int width() {
        return names.size();
    }

    /** The column at a place; null for one without a name, or passed over. */
    @Nullable
    Column column(int at) {
        return at < names.size() ? names.get(at).column().orElse(null) : null;
    }

    /** Whether what stands at a place is none of our business, though it has a name. */
    boolean isPassedOver(int at) {
        return at < names.size() && names.get(at).passedOver();
    }

    /** Where a column stands, -1 where it does not. */
    int placeOf(Column column) {
        for (int i = 0; i < names.size(); i++) {
            if (column(i) == column) {
                return i;
            }
        }
        return -1;
    }

    /** The last of its columns. */
    Column last() {
        Column last = Column.REF;
        for (int i = 0; i < names.size(); i++) {
            last = names.get(i).column().orElse(last);
        }
        return last;
    }

    private static UnreadableFileException wrong(Place where, int row, List<String> unknown, List<String> repeated) {
        String chinese = (unknown.isEmpty() ? "" : "不认识的列:" + String.join("、", unknown) + "。")
                + (repeated.isEmpty() ? "" : "重复的列:" + String.join("、", repeated) + "。");
        String english = (unknown.isEmpty() ? "" : "unknown columns: " + String.join(", ", unknown) + ". ")
                + (repeated.isEmpty() ? "" : "repeated columns: " + String.join(", ", repeated) + ". ");
        return where.unreadable(
                "第 " + row + " 行有误:" + chinese + "请改正列名,或删去这些列。",
                "row " + row + ": " + english + "Correct the column names, or delete these columns.");
    }
}
