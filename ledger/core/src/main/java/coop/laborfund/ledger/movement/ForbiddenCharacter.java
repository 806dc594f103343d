package coop.laborfund.ledger.movement;

import coop.laborfund.ledger.text.CellText;
import java.util.Map;
import java.util.Objects;

/** Names a character that no id may have, those too that nobody can see. */
final class ForbiddenCharacter {

    private ForbiddenCharacter() {}

    /** What a refusal for it is explained with. */
    static Map<String, String> details(int character) {
        String code = "U+%04X".formatted(character);
        return CellText.isUnseen(character) || Character.isISOControl(character)
                ? Map.of(
                        "reason",
                        "unseen",
                        "character",
                        code + " " + Objects.requireNonNullElse(Character.getName(character), ""))
                : Map.of("reason", "character", "character", seen(character));
    }

    private static String seen(int character) {
        // Half of a character, which no encoding can write.
        return Character.getType(character) == Character.SURROGATE
                ? "U+%04X".formatted(character)
                : Character.toString(character);
    }
}
