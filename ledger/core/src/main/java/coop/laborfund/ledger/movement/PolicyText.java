package coop.laborfund.ledger.movement;

import coop.laborfund.ledger.policy.PolicyKey;
import coop.laborfund.ledger.text.CellText;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The cell {@code key=value; key=value}.
 *
 * @param values canonical texts by written key
 * @param fault the part that is unknown, repeated or out of range; empty where all is well
 */
public record PolicyText(SortedMap<String, String> values, Optional<String> fault) {

    public static PolicyText read(String cell) {
        SortedMap<String, String> values = new TreeMap<>();
        for (String part : CellText.narrow(cell).split(";", -1)) {
            if (CellText.trim(part).isEmpty()) {
                continue;
            }
            int equals = part.indexOf('=');
            String key = CellText.trim(part.substring(0, Math.max(0, equals)));
            Optional<String> value =
                    PolicyKey.of(key).flatMap(known -> known.canonical(CellText.trim(part.substring(equals + 1))));
            if (value.isEmpty() || values.put(key, value.get()) != null) {
                return new PolicyText(values, Optional.of(CellText.trim(part)));
            }
        }
        return new PolicyText(values, values.isEmpty() ? Optional.of(cell) : Optional.empty());
    }

    /** The canonical text, by which two cells are the same policy. */
    String canonical() {
        StringBuilder text = new StringBuilder();
        values.forEach(
                (key, value) -> text.append(key).append('=').append(value).append(';'));
        return text.toString();
    }
}
