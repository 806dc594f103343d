package coop.laborfund.ledger.movement;

import coop.laborfund.ledger.event.Word;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finding a word of the vocabulary by what may stand in a cell: its English code or its Chinese name. */
final class Words {

    private Words() {}

    static <W extends Enum<W> & Word> Optional<W> find(Class<W> vocabulary, String text) {
        return Arrays.stream(vocabulary.getEnumConstants())
                .filter(word -> word.name().equals(text) || word.chinese().equals(text))
                .findFirst();
    }

    /** All words of a vocabulary, for the message that says what would have been right. */
    static <W extends Enum<W> & Word> String list(Class<W> vocabulary) {
        return Arrays.stream(vocabulary.getEnumConstants())
                .map(word -> word.name() + " " + word.chinese())
                .collect(Collectors.joining(", "));
    }
}
