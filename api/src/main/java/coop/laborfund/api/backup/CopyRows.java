package coop.laborfund.api.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads COPY's text form: a row is a line, its columns parted by tabs, {@code \N} for null, and a backslash before whatever would be
 * taken for one of these.
 */
final class CopyRows {

    private final BufferedReader lines;
    private final Map<String, Integer> places = new HashMap<>();
    private String[] row = new String[0];

    CopyRows(InputStream in, List<String> columns) {
        lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        columns.forEach(column -> places.put(column, places.size()));
    }

    /** Goes on to the next row, where there is one. */
    boolean next() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            return false;
        }
        row = line.split("\t", -1);
        return true;
    }

    /** @throws IllegalArgumentException where the row has no such column */
    @Nullable
    String get(String column) {
        int place = places.getOrDefault(column, Integer.MAX_VALUE);
        if (place >= row.length) {
            throw new IllegalArgumentException("no column " + column);
        }
        return row[place].equals("\\N") ? null : plain(row[place]);
    }

    /** @throws IllegalArgumentException where the row has no such column or it is null */
    String text(String column) {
        String value = get(column);
        if (value == null) {
            throw new IllegalArgumentException("nothing in column " + column);
        }
        return value;
    }

    long number(String column) {
        return Long.parseLong(text(column));
    }

    private static String plain(String escaped) {
        int escape = escaped.indexOf('\\');
        if (escape < 0) {
            return escaped;
        }
        StringBuilder plain = new StringBuilder(escaped.length());
        int done = 0;
        for (; escape >= 0 && escape + 1 < escaped.length(); escape = escaped.indexOf('\\', done)) {
            plain.append(escaped, done, escape).append(meant(escaped.charAt(escape + 1)));
            done = escape + 2;
        }
        return plain.append(escaped, done, escaped.length()).toString();
    }

    private static char meant(char escaped) {
        return switch (escaped) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> '\u000b';
            default -> escaped;
        };
    }
}
