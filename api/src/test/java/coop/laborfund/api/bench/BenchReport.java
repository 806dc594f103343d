package coop.laborfund.api.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The table of ratios in {@code docs/BENCHMARKS.md}: each benchmark writes its own rows, and puts the whole together from all
 * there are, so that a run of one leaves the others' as they were. Nothing but a ratio says anything beyond one machine.
 */
final class BenchReport {

    private static final Path ROWS = Path.of("target", "bench");

    /** Written only when asked, so that a small run for a look does not become the record. */
    private static final boolean WRITE = Boolean.getBoolean("laborfund.bench.write");

    private static final Path DOCUMENT = Path.of("..", "docs", "BENCHMARKS.md");

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
     * Keeps the rows, and writes the document anew.
     *
     * @throws AssertionError where something is not as it is to be
     */
    void close() {
        try {
            Files.createDirectories(ROWS);
            Files.write(ROWS.resolve(name + ".rows"), rows);
            if (WRITE) {
                Files.writeString(DOCUMENT, document());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (!missed.isEmpty()) {
            throw new AssertionError("short of the bar: " + missed);
        }
    }

    private static String document() throws IOException {
        StringBuilder text = new StringBuilder(
                "# 速度 · Benchmarks\n\n由 README 的量度命令写成,不要手改。每一行是同一次运行、"
                        + "同一台机器上两者之比(中位数),单独的数字没有意义。\n\nWritten by README's benchmark command. Each row is a"
                        + " ratio of two medians from one run on one machine; a number by itself says nothing.\n\n机器 machine: ");
        text.append(Machine.describe());
        text.append("\n\n| 量什么 measured | 比什么 beside | 比 ratio | 要求 bar | |\n|---|---|---|---|---|\n");
        try (Stream<Path> files = Files.list(ROWS)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".rows"))
                    .sorted()
                    .toList()) {
                for (String row : Files.readAllLines(file)) {
                    text.append(row).append('\n');
                }
            }
        }
        return text.toString();
    }
}
