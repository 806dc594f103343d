package coop.laborfund.api.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A sentence in both languages, from the files {@code words/failures.zh.properties} and {@code words/failures.en.properties}. */
public record Words(String chinese, String english) {

    /** Read when somebody has to be told something, which most runs never do. */
    private static final class Failures {
        private static final Properties CHINESE = read("zh");
        private static final Properties ENGLISH = read("en");

        private static Properties read(String language) {
            String name = "/words/failures." + language + ".properties";
            Properties words = new Properties();
            try (InputStreamReader file = new InputStreamReader(
                    Objects.requireNonNull(Words.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
                words.load(file);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            return words;
        }
    }

    /**
     * What is said of a failure.
     *
     * @param arguments what stands for {@code {0}}, {@code {1}} and so on in either language
     */
    public static Words of(String key, @Nullable Object... arguments) {
        return new Words(
                filled(Failures.CHINESE.getProperty(key), key, arguments),
                filled(Failures.ENGLISH.getProperty(key), key, arguments));
    }

    /** The one and then the other. */
    public Words and(Words more) {
        return new Words(chinese + more.chinese, english + " " + more.english);
    }

    /** On two lines. */
    public String lines() {
        return chinese + "\n" + english;
    }

    /** Piece by piece, so that braces in an argument stay what they are. */
    private static String filled(@Nullable String known, String key, @Nullable Object... arguments) {
        String sentence = Objects.requireNonNull(known, key);
        StringBuilder filled = new StringBuilder();
        int done = 0;
        for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', done)) {
            int close = sentence.indexOf('}', open);
            filled.append(sentence, done, open)
                    .append(arguments[Integer.parseInt(sentence.substring(open + 1, close))]);
            done = close + 1;
        }
        return filled.append(sentence, done, sentence.length()).toString();
    }
}
