package coop.laborfund.ledger.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The javadoc of an event's record, read from its source.
 *
 * @param sentence what it says before its tags, in one line
 * @param parameters what its {@code @param} tags say, by component
 */
record RecordSource(String sentence, Map<String, String> parameters) {

    private static final Path EVENTS = Path.of("src/main/java/coop/laborfund/ledger/event");
    private static final Pattern COMMENT_OF_RECORD =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:public )?record (\\w+)\\(", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("\\{@(?:code|link) ([^}]*)}");

    static RecordSource of(Class<?> event) {
        Path file = EVENTS.resolve(outermost(event).getSimpleName() + ".java");
        Matcher comments = COMMENT_OF_RECORD.matcher(read(file));
        String comment = comments.results()
                .filter(found -> found.group(2).equals(event.getSimpleName()))
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(event + " has no javadoc in " + file));
        return parse(comment);
    }

    private static Class<?> outermost(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return outer == null ? type : outermost(outer);
    }

    private static RecordSource parse(String comment) {
        String[] parts = oneLine(comment).split(" ?@param ", -1);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] nameAndText = parts[i].split(" ", 2);
            parameters.put(nameAndText[0], nameAndText[1]);
        }
        return new RecordSource(parts[0], parameters);
    }

    private static String oneLine(String comment) {
        String text = comment.replaceAll("(?:\\s*\\n\\s*\\*?[ \\t]*)+", " ").strip();
        return CODE.matcher(text).replaceAll(RecordSource::inBackticks);
    }

    private static String inBackticks(MatchResult code) {
        return Matcher.quoteReplacement("`" + code.group(1) + "`");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
