package coop.laborfund.api.importing;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.movement.CellRemark;
import coop.laborfund.ledger.movement.CellRemark.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the header of each sheet, or of the CSV file, and makes the rows below it rows of named cells. */
final class RowCollector {

    /** A spreadsheet's own limit. More is hardly ever meant: a quote that is closed rows later swallows all between. */
    private static final int LONGEST_CELL = 32_767;

    /** The halves of an amount with an unquoted comma. */
    private static final Pattern THOUSANDS = Pattern.compile("[￥¥]?[0-9]{1,3}");

    private static final Pattern HUNDREDS = Pattern.compile("[0-9]{3}(\\.[0-9]{1,2})?元?");

    private final String file;
    private final FundRows rows;
    private final List<ReadSheet> sheets = new ArrayList<>();
    private Place place;
    private @Nullable ReadSheet sheet;

    RowCollector(String file, FundRows rows) {
        this.file = file;
        this.rows = rows;
        this.place = new Place(file, "");
    }

    /** Rows to come are of a worksheet. */
    void begin(String name) {
        place = new Place(file, name);
        sheet = null;
    }

    /** The sheet's header, null as long as none has been found. */
    @Nullable
    ReadSheet sheet() {
        return sheet;
    }

    /** The sheets that have a header. */
    List<ReadSheet> sheets() {
        return sheets;
    }

    /** Whether the rows that may be the header have gone by and none was. */
    boolean isWithoutHeader(int row) {
        return sheet == null && row > Header.MOST_ROWS_ABOVE;
    }

    /** A row of a CSV file. */
    void row(int number, List<String> cells) throws UnreadableFileException {
        ReadSheet into = sheet;
        if (into == null) {
            lookForHeader(number, cells);
            return;
        }
        Map<Column, String> named = new EnumMap<>(Column.class);
        Map<Column, CellRemark> remarks = Map.of();
        boolean blank = true;
        for (int i = 0; i < cells.size(); i++) {
            SeenCell cell = SeenCell.of(cells.get(i));
            blank &= isNothing(into.header(), i, cell);
            remarks = put(into.header(), number, i, cell, named, remarks);
        }
        if (cells.size() > into.header().width() && !blank) {
            remarks = longer(into.header(), cells, remarks);
        }
        keep(into, number, false, blank, named, remarks);
    }

    /** A row of a worksheet. */
    void row(int number, boolean hidden, List<StoredCell> cells, boolean from1904) throws UnreadableFileException {
        ReadSheet into = sheet;
        if (into == null) {
            lookForHeader(
                    number,
                    cells.stream()
                            .map(cell -> SeenCell.of(cell, null, from1904).text())
                            .toList());
            return;
        }
        Map<Column, String> named = new EnumMap<>(Column.class);
        Map<Column, CellRemark> remarks = Map.of();
        boolean blank = true;
        for (int i = 0; i < cells.size(); i++) {
            SeenCell cell = SeenCell.of(cells.get(i), into.header().column(i), from1904);
            blank &= isNothing(into.header(), i, cell);
            remarks = put(into.header(), number, i, cell, named, remarks);
        }
        keep(into, number, hidden, blank, named, remarks);
    }

    private void lookForHeader(int number, List<String> cells) throws UnreadableFileException {
        if (number <= Header.MOST_ROWS_ABOVE && Header.isOne(cells)) {
            ReadSheet found = new ReadSheet(place.sheet(), Header.of(place, number, cells), new MergedCells());
            sheets.add(found);
            sheet = found;
        }
    }

    private static boolean isNothing(Header header, int at, SeenCell cell) {
        boolean nothing = cell.text().isEmpty() && (cell.remark() == null || header.column(at) == null);
        return nothing || header.isPassedOver(at);
    }

    private Map<Column, CellRemark> put(
            Header header,
            int number,
            int at,
            SeenCell cell,
            Map<Column, String> named,
            Map<Column, CellRemark> remarks)
            throws UnreadableFileException {
        Column column = header.column(at);
        if (column == null) {
            boolean stray = !cell.text().isEmpty() && !header.isPassedOver(at);
            return stray ? with(remarks, header.last(), new CellRemark(Kind.UNNAMED, cell.text())) : remarks;
        }
        if (!cell.text().isEmpty()) {
            requireBearable(number, column, cell.text());
            named.put(column, cell.text());
        }
        CellRemark remark = cell.remark();
        return remark == null ? remarks : with(remarks, column, remark);
    }

    private static Map<Column, CellRemark> longer(Header header, List<String> cells, Map<Column, CellRemark> remarks) {
        int amount = header.placeOf(Column.AMOUNT);
        if (amount >= 0 && amount + 1 < cells.size()) {
            String left = cells.get(amount).strip();
            String right = cells.get(amount + 1).strip();
            if (THOUSANDS.matcher(left).matches() && HUNDREDS.matcher(right).matches()) {
                return with(remarks, Column.AMOUNT, new CellRemark(Kind.LONGER, left + "," + right));
            }
        }
        return with(remarks, header.last(), new CellRemark(Kind.LONGER, cells.size() + " > " + header.width()));
    }

    /** Hardly any row has one, so most need no map. */
    private static Map<Column, CellRemark> with(Map<Column, CellRemark> remarks, Column column, CellRemark remark) {
        Map<Column, CellRemark> more = remarks.isEmpty() ? new EnumMap<>(Column.class) : remarks;
        more.put(column, remark);
        return more;
    }

    private void requireBearable(int row, Column column, String value) throws UnreadableFileException {
        if (value.length() > LONGEST_CELL) {
            throw place.unreadable(
                    "第 " + row + " 行的“" + column.chinese() + "”有 " + value.length() + " 个字,最多 " + LONGEST_CELL
                            + " 个。请检查这一行的引号,或缩短内容。",
                    "row " + row + ": \"" + column.key() + "\" has " + value.length() + " characters, at most "
                            + LONGEST_CELL + " are read. Look at the quotes of that row, or shorten it.");
        }
    }

    /** A full disk is no fault of the file. */
    private void keep(
            ReadSheet into,
            int number,
            boolean hidden,
            boolean blank,
            Map<Column, String> named,
            Map<Column, CellRemark> remarks) {
        if (blank) {
            return;
        }
        try {
            rows.add(sheets.size() - 1, new FileRow(rows.total(), into.name(), number, hidden, false, named, remarks));
        } catch (IOException failed) {
            throw new TemporaryFileException(file, failed);
        }
    }
}
