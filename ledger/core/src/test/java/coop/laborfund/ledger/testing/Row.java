package coop.laborfund.ledger.testing;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.movement.CellRemark;
import coop.laborfund.ledger.movement.CellRemark.Kind;
import coop.laborfund.ledger.movement.MovementForm;
import coop.laborfund.ledger.movement.ReadRow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A row of the movements file in one line of text: {@code 2020-02-01 INVEST_SHARES party=H1 amount=5000}. A date and a type may
 * lead without their keys; {@code key=} alone is an empty cell.
 *
 * @param cells trimmed, empty ones left out, as the reader of a file hands them over
 */
public record Row(Map<Column, String> cells) {

    private static final Pattern REMARK = Pattern.compile("!([A-Z]+):(.*)");

    public Row {
        cells = Map.copyOf(cells);
    }

    public static Row of(String text) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        Deque<String> words = new ArrayDeque<>(List.of(text.strip().split("\\s+")));
        if (words.getFirst().matches("[0-9]{4}-.*")) {
            cells.put(Column.DATE, words.removeFirst());
        }
        if (!words.isEmpty() && !words.getFirst().contains("=")) {
            cells.put(Column.TYPE, words.removeFirst());
        }
        words.forEach(word -> put(cells, word));
        return new Row(cells);
    }

    private static void put(Map<Column, String> cells, String word) {
        int equals = word.indexOf('=');
        Column column = Column.named(word.substring(0, Math.max(0, equals)))
                .orElseThrow(() -> new IllegalArgumentException("no column in " + word));
        cells.put(column, word.substring(equals + 1));
    }

    /** This row with the other's cells in the place of its own; an empty cell there empties the cell here. */
    public Row with(Row other) {
        Map<Column, String> merged = new EnumMap<>(Column.class);
        merged.putAll(cells);
        merged.putAll(other.cells);
        merged.values().removeIf(String::isEmpty);
        return new Row(merged);
    }

    public Row with(String text) {
        return with(of(text));
    }

    public Row with(Column column, String cell) {
        return with(new Row(Map.of(column, cell)));
    }

    /** The row with the other's cells where it has none of its own. */
    Row orElse(Row defaults) {
        return defaults.with(this);
    }

    /** What stands in a cell, empty where nothing does. */
    public String cell(Column column) {
        return cells.getOrDefault(column, "");
    }

    /** A cell {@code !MERGED:G11:G12} is one that a file remarks on, of this kind and with this detail; nothing stands in it. */
    public ReadRow read() {
        Map<Column, String> texts = new EnumMap<>(Column.class);
        Map<Column, CellRemark> remarks = new EnumMap<>(Column.class);
        cells.forEach((column, cell) -> {
            Matcher remark = REMARK.matcher(cell);
            if (remark.matches()) {
                remarks.put(column, new CellRemark(Kind.valueOf(remark.group(1)), remark.group(2)));
            } else {
                texts.put(column, cell);
            }
        });
        return MovementForm.read(texts, remarks);
    }

    /** The movement of a row that is well formed. */
    public Movement movement() {
        return switch (read()) {
            case ReadRow.WellFormed row -> row.movement();
            case ReadRow.Malformed row -> throw new AssertionError("malformed: " + this + "\n" + row.rejection());
        };
    }

    @Override
    public String toString() {
        return new EnumMap<>(cells)
                .entrySet().stream()
                        .map(cell -> cell.getKey().key() + "=" + cell.getValue())
                        .collect(Collectors.joining(" "));
    }
}
