package coop.laborfund.api.importing;

import coop.laborfund.ledger.command.Column;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The first row of a movements file: which column stands where. Columns without a name at the right end may be empty. */
final class Header {

    /** A spreadsheet's own limit. More is hardly ever meant: a quote that is closed rows later swallows all between. */
    private static final int LONGEST_CELL = 32_767;

    private final String file;
    private final List<Optional<Column>> columns;

    private Header(String file, List<Optional<Column>> columns) {
        this.file = file;
        this.columns = columns;
    }

    static Header of(String file, List<String> cells) throws UnreadableFileException {
        List<Optional<Column>> columns = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<String> repeated = new ArrayList<>();
        Set<Column> seen = EnumSet.noneOf(Column.class);
        for (String cell : cells) {
            String name = cell.strip();
            Optional<Column> column = Column.named(name);
            columns.add(column);
            if (column.isEmpty() && !name.isEmpty()) {
                unknown.add(name);
            } else if (column.isPresent() && !seen.add(column.get())) {
                repeated.add(name);
            }
        }
        if (!unknown.isEmpty() || !repeated.isEmpty() || seen.isEmpty()) {
            throw wrong(file, unknown, repeated);
        }
        return new Header(file, columns);
    }

    /** The cells of a row by column. */
    FileRow row(int number, List<String> cells) throws UnreadableFileException {
        Map<Column, String> named = new EnumMap<>(Column.class);
        for (int i = 0; i < cells.size(); i++) {
            String value = cells.get(i).strip();
            if (value.isEmpty()) {
                continue;
            }
            Optional<Column> column = i < columns.size() ? columns.get(i) : Optional.empty();
            if (column.isEmpty()) {
                throw new UnreadableFileException(
                        file,
                        "第 " + number + " 行的“" + value + "”没有列名。请检查这一行是否多了逗号。",
                        "row " + number + ": \"" + value + "\" stands in no named column. Look for a comma too many.");
            }
            requireBearable(number, column.get(), value);
            named.put(column.get(), value);
        }
        return new FileRow(number, named);
    }

    private void requireBearable(int row, Column column, String value) throws UnreadableFileException {
        if (value.length() > LONGEST_CELL) {
            throw new UnreadableFileException(
                    file,
                    "第 " + row + " 行的“" + column.chinese() + "”有 " + value.length() + " 个字,最多 " + LONGEST_CELL
                            + " 个。请检查这一行的引号,或缩短内容。",
                    "row " + row + ": \"" + column.key() + "\" has " + value.length() + " characters, at most "
                            + LONGEST_CELL + " are read. Look at the quotes of that row, or shorten it.");
        }
    }

    boolean isMonth(int column) {
        return column < columns.size() && columns.get(column).equals(Optional.of(Column.MONTH));
    }

    private static UnreadableFileException wrong(String file, List<String> unknown, List<String> repeated) {
        if (unknown.isEmpty() && repeated.isEmpty()) {
            return new UnreadableFileException(
                    file, "第 1 行没有列名。请在第一行写上列名。", "row 1 names no column. Write the column names there.");
        }
        String chinese = (unknown.isEmpty() ? "" : "不认识的列:" + String.join("、", unknown) + "。")
                + (repeated.isEmpty() ? "" : "重复的列:" + String.join("、", repeated) + "。");
        String english = (unknown.isEmpty() ? "" : "unknown columns: " + String.join(", ", unknown) + ". ")
                + (repeated.isEmpty() ? "" : "repeated columns: " + String.join(", ", repeated) + ". ");
        return new UnreadableFileException(
                file, "第 1 行有误:" + chinese + "请改正列名。", "row 1: " + english + "Correct the column names.");
    }
}
