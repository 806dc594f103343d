package coop.laborfund.ledger.movement;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.event.Word;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words that may stand in cells: their English codes and their Chinese names. */
public final class Words {

    /** Each vocabulary's words by code and by Chinese name: a file asks for some in every row. */
    private static final ClassValue<Map<String, Word>> WORDS = new ClassValue<>() {
        @Override
        protected Map<String, Word> computeValue(Class<?> vocabulary) {
            Map<String, Word> words = new HashMap<>();
            for (Object constant : vocabulary.getEnumConstants()) {
                Word word = (Word) constant;
                words.putIfAbsent(word.name(), word);
                words.putIfAbsent(word.chinese(), word);
            }
            return words;
        }
    };

    private Words() {}

    /** Every word that a column may hold in some type, in the order of the types and of their vocabularies. */
    public static List<Word> in(Column column) {
        return column == Column.TYPE
                ? List.of(MovementType.values())
                : Arrays.stream(MovementType.values())
                        .flatMap(type -> type.use(column).stream())
                        .flatMap(use -> use.words().stream())
                        .distinct()
                        .toList();
    }

    static <W extends Enum<W> & Word> Optional<W> find(Class<W> vocabulary, String text) {
        return Optional.ofNullable(vocabulary.cast(WORDS.get(vocabulary).get(text)));
    }

    /** All words of a vocabulary, for the message that says what would have been right. */
    static <W extends Enum<W> & Word> String list(Class<W> vocabulary) {
        return Arrays.stream(vocabulary.getEnumConstants())
                .map(word -> word.name() + " " + word.chinese())
                .collect(Collectors.joining(", "));
    }
}
