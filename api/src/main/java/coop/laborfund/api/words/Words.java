package coop.laborfund.api.words;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A sentence, or a word, in both languages, from the files of an {@link Area}. */
public record Words(String chinese, String english) {

    /**
     * What is said of a failure.
     *
     * @param arguments what stands for {@code {0}}, {@code {1}} and so on in either language
     */
    public static Words of(String key, @Nullable Object... arguments) {
        return of(Area.FAILURES, key, arguments);
    }

    /**
     * What an area says.
     *
     * @param arguments as for a failure; one that is itself {@link Words} is filled in by language
     */
    public static Words of(Area area, String key, @Nullable Object... arguments) {
        Bundle said = Bundle.of(area);
        return new Words(
                filled(said.chinese().getProperty(key), key, Words::chinese, arguments),
                filled(said.english().getProperty(key), key, Words::english, arguments));
    }

    /** The one and then the other. */
    public Words and(Words more) {
        return new Words(chinese + more.chinese, english + " " + more.english);
    }

    /** On two lines. */
    public String lines() {
        return chinese + "\n" + english;
    }

    /** On one line, one after the other. */
    public String together() {
        return chinese + " " + english;
    }

    /** On one line with a dot between, as where the English only explains. */
    public String dotted() {
        return chinese + " · " + english;
    }

    /** Piece by piece, so that braces in an argument stay what they are. */
    private static String filled(
            @Nullable String known, String key, Function<Words, String> language, @Nullable Object... arguments) {
        String sentence = Objects.requireNonNull(known, key);
        StringBuilder filled = new StringBuilder();
        int done = 0;
        for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', done)) {
            int close = sentence.indexOf('}', open);
            Object argument = arguments[Integer.parseInt(sentence.substring(open + 1, close))];
            filled.append(sentence, done, open)
                    .append(argument instanceof Words words ? language.apply(words) : argument);
            done = close + 1;
        }
        return filled.append(sentence, done, sentence.length()).toString();
    }
}
