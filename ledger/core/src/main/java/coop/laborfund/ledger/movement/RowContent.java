package coop.laborfund.ledger.movement;

import coop.laborfund.ledger.command.Column;
import java.util.EnumMap;
import java.util.Optional;

/** A row's content: its type and the columns that it uses, by value, defaults filled in. */
public final class RowContent {

    private final MovementType type;
    private final EnumMap<Column, String> values;

    RowContent(MovementType type, EnumMap<Column, String> values) {
        this.type = type;
        this.values = values;
    }

    /** By which a repeat of its ref is told from another movement: SHA-256 in lower-case hex. */
    public String digest() {
        return ContentDigest.of(type, values);
    }

    /** The digest that the same content had under another ref. */
    public String digestUnder(String ref) {
        EnumMap<Column, String> other = new EnumMap<>(values);
        other.put(Column.REF, ref);
        return ContentDigest.of(type, other);
    }

    /** The same for two rows that differ in nothing but their refs. */
    public String withoutRef() {
        return digestUnder("");
    }

    /** The amount in yuan, where the type uses one. */
    public Optional<String> amount() {
        return Optional.ofNullable(values.get(Column.AMOUNT));
    }
}
