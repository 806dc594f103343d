package coop.laborfund.api.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A table of text in columns, for terminals: Chinese characters take two places, amounts stand to the right. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param header the columns as {@link CommandWords#heading} knows them; a leading {@code >} sets one to the right */
    TextTable(String... header) {
        this.header = List.of(header);
    }

    TextTable row(Object... cells) {
        rows.add(List.of(cells).stream().map(String::valueOf).toList());
        return this;
    }

    void print(PrintWriter out) {
        List<String> names = header.stream().map(TextTable::title).toList();
        int[] widths = new int[names.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = width(names.get(column));
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        print(out, names, widths);
        rows.forEach(row -> print(out, row, widths));
    }

    private void print(PrintWriter out, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String padding = " ".repeat(widths[column] - width(cells.get(column)));
            boolean right = header.get(column).startsWith(">");
            line.append(right ? padding + cells.get(column) : cells.get(column) + padding)
                    .append(GAP);
        }
        out.println(line.toString().stripTrailing());
    }

    private static String title(String name) {
        return CommandWords.heading(name.startsWith(">") ? name.substring(1) : name);
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
