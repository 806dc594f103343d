package coop.laborfund.ledger.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Examples kept as text beside a test class: headings at the margin, what belongs to them indented, {@code #} comments. */
public final class TestFiles {

    private TestFiles() {}

    /** @param number from 1, as an editor shows it */
    public record Line(int number, String text, boolean isIndented) {}

    /** The lines that are neither blank nor comments. */
    public static List<Line> lines(Class<?> beside, String file) {
        List<String> all = read(beside, file).lines().toList();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String text = all.get(i).strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                lines.add(new Line(i + 1, text.translateEscapes(), all.get(i).startsWith(" ")));
            }
        }
        return lines;
    }

    private static String read(Class<?> beside, String file) {
        try (InputStream stream = Objects.requireNonNull(beside.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
