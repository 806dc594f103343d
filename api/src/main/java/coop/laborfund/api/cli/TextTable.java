package coop.laborfund.api.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of text in columns, for terminals: Chinese characters take two places, amounts stand to the right. */
final class TextTable {

    private static final String GAP = "  ";
    private static final String RIGHT = ">";

    private final List<String> titles;

    /** Of each column whether it stands to the right. */
    private final List<Boolean> right;

    private final List<List<String>> rows = new ArrayList<>();

    /** @param header the columns as {@link CommandWords#heading} knows them; a leading {@code >} sets one to the right */
    TextTable(String... header) {
        this(
                Arrays.stream(header).map(TextTable::title).toList(),
                Arrays.stream(header).map(name -> name.startsWith(RIGHT)).toList());
    }

    private TextTable(List<String> titles, List<Boolean> right) {
        this.titles = titles;
        this.right = right;
    }

    /** A table whose columns have titles of their own. */
    static TextTable titled(List<String> titles, List<Boolean> right) {
        return new TextTable(titles, right);
    }

    TextTable row(Object... cells) {
        rows.add(List.of(cells).stream().map(String::valueOf).toList());
        return this;
    }

    void print(PrintWriter out) {
        int[] widths = new int[titles.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = width(titles.get(column));
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        print(out, titles, widths);
        rows.forEach(row -> print(out, row, widths));
    }

    private void print(PrintWriter out, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String padding = " ".repeat(widths[column] - width(cells.get(column)));
            line.append(right.get(column) ? padding + cells.get(column) : cells.get(column) + padding)
                    .append(GAP);
        }
        out.println(line.toString().stripTrailing());
    }

    private static String title(String name) {
        return CommandWords.heading(name.startsWith(RIGHT) ? name.substring(1) : name);
    }

    private static int width(String text) {
        return text.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
    }

    private static boolean isWide(int codePoint) {
        return Character.isIdeographic(codePoint)
                || (codePoint >= 0x3000 && codePoint <= 0x303F)
                || (codePoint >= 0xFF00 && codePoint <= 0xFF60);
    }
}
