package coop.laborfund.api.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Takes what a file should hold and compares it with what it holds, to the first line that differs. */
final class Comparison extends OutputStream {

    private static final int LONGEST_SHOWN = 160;

    private final InputStream actual;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long lines = 1;
    private boolean differs;
    private String expectedLine = "";
    private String actualLine = "";
    private byte[] buffer = new byte[1 << 16];

    Comparison(InputStream actual) {
        this.actual = actual;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (differs || length == 0) {
            continueExpectedLine(bytes, from, length);
            return;
        }
        if (buffer.length < length) {
            buffer = new byte[length];
        }
        int read = actual.readNBytes(buffer, 0, length);
        int same = Arrays.mismatch(bytes, from, from + length, buffer, 0, read);
        if (same < 0) {
            countLines(bytes, from, length);
            return;
        }
        differs = true;
        countLines(bytes, from, same);
        String begin = line.toString(StandardCharsets.UTF_8);
        actualLine = shown(begin + firstLine(buffer, same, read));
        line.reset();
        expectedLine = begin;
        continueExpectedLine(bytes, from + same, length - same);
    }

    private boolean expectedLineEnded;

    private void continueExpectedLine(byte[] bytes, int from, int length) {
        if (expectedLineEnded || expectedLine.length() > LONGEST_SHOWN) {
            return;
        }
        expectedLine += firstLine(bytes, from, from + length);
        for (int i = from; i < from + length; i++) {
            expectedLineEnded |= bytes[i] == '\n';
        }
    }

    private void countLines(byte[] bytes, int from, int length) {
        int begin = from;
        for (int i = from; i < from + length; i++) {
            if (bytes[i] == '\n') {
                lines++;
                line.reset();
                begin = i + 1;
            }
        }
        int room = Math.max(0, 4 * LONGEST_SHOWN - line.size());
        line.write(bytes, begin, Math.min(room, from + length - begin));
    }

    private static String firstLine(byte[] bytes, int from, int to) {
        int end = from;
        while (end < to && bytes[end] != '\n' && end - from < 4 * LONGEST_SHOWN) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    private static String shown(String text) {
        int points = text.codePointCount(0, text.length());
        String kept =
                points <= LONGEST_SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
        return kept.replaceAll("\\p{Cntrl}", "?");
    }

    /** Where the file differs; empty where it does not. To be called after all that it should hold. */
    Optional<Finding> difference(String file) throws IOException {
        if (!differs && actual.read() < 0) {
            return Optional.empty();
        }
        if (!differs) {
            return Optional.of(Finding.of(
                    file + " 第 " + lines + " 行起有多余的内容,不是由事件得出的",
                    file + " goes on from line " + lines + " with what the events do not give"));
        }
        return Optional.of(Finding.of(
                file + " 第 " + lines + " 行与由事件重新得出的不符:写的是“" + actualLine + "”,应是“" + shown(expectedLine) + "”",
                file + ", line " + lines + ", is not what the events give: it says \"" + actualLine
                        + "\" and should say \"" + shown(expectedLine) + "\""));
    }
}
