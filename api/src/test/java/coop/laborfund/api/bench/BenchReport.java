package coop.laborfund.api.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The ratios in {@code docs/BENCHMARKS.md}: a section for each benchmark, which writes its own again and leaves the others' as they
 * stand, whether or not they were run on this machine. Nothing but a ratio says anything beyond one machine.
 */
final class BenchReport {

    /** Written only when asked, so that a small run for a look does not become the record. */
    private static final boolean WRITE = Boolean.getBoolean("laborfund.bench.write");

    private static final Path DOCUMENT = Path.of("..", "docs", "BENCHMARKS.md");

    private static final String HEADING = "## ";

    private final String name;
    private final List<String> rows = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();

    BenchReport(String name) {
        this.name = name;
    }

    /** Notes a ratio of which nothing is asked. */
    void ratio(String what, String against, double ratio) {
        add(what, against, ratio, "–", "");
    }

    /** Notes a ratio that is to be at least so much. */
    void ratioAtLeast(String what, String against, double ratio, double least) {
        add(what, against, ratio, "≥ " + least, ratio >= least);
    }

    /** Notes a ratio that is to be at most so much. */
    void ratioAtMost(String what, String against, double ratio, double most) {
        add(what, against, ratio, "≤ " + most, ratio <= most);
    }

    private void add(String what, String against, double ratio, String bar, boolean reached) {
        String row = add(what, against, ratio, bar, reached ? "✓" : "✗");
        if (!reached) {
            missed.add(row);
        }
    }

    private String add(String what, String against, double ratio, String bar, String mark) {
        String row = String.format(Locale.ROOT, "| %s | %s | %.2f | %s | %s |", what, against, ratio, bar, mark);
        System.out.println(row);
        rows.add(row);
        return row;
    }

    /**
     * Writes the benchmark's section anew, if asked to.
     *
     * @throws AssertionError where something is not as it is to be
     */
    void close() {
        if (WRITE) {
            try {
                Files.writeString(DOCUMENT, withSection(Files.readString(DOCUMENT), name, section()));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        if (!missed.isEmpty()) {
            throw new AssertionError("short of the bar: " + missed);
        }
    }

    private String section() {
        return "机器 machine: " + Machine.describe()
                + "\n\n| 量什么 measured | 比什么 beside | 比 ratio | 要求 bar | |\n|---|---|---|---|---|\n"
                + String.join("\n", rows) + "\n";
    }

    /** The document with one section replaced or added; the others stay to the letter, in the order of their names. */
    static String withSection(String document, String name, String section) {
        String[] parts = document.split("(?m)^" + HEADING, -1);
        SortedMap<String, String> sections = new TreeMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] titleAndText = parts[i].split("\n", 2);
            sections.put(titleAndText[0].strip(), titleAndText[1].strip() + "\n");
        }
        sections.put(name, section);
        StringBuilder text = new StringBuilder(parts[0].strip()).append('\n');
        sections.forEach((title, rest) ->
                text.append('\n').append(HEADING).append(title).append("\n\n").append(rest));
        return text.toString();
    }
}
