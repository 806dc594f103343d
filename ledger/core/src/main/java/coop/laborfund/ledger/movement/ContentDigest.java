package coop.laborfund.ledger.movement;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HexFormat;

/**
 * The digest by which a repeated ref is told from a reused one: SHA-256 over the type and the columns it uses, by value
 * ({@code 5,000} is {@code 5000.00}), defaults filled in.
 */
final class ContentDigest {

    private static final int USUAL_LENGTH = 256;

    private ContentDigest() {}

    static String of(MovementType type, EnumMap<Column, String> content) {
        StringBuilder text = new StringBuilder(USUAL_LENGTH);
        add(text, Column.TYPE, type.name());
        // A fund's refs are its own, so neither fund nor ref can differ between two rows that are compared.
        content.forEach((column, value) -> add(text, column, value));
        return HexFormat.of().formatHex(Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** No cell contains a NUL, so it separates without ambiguity. */
    private static void add(StringBuilder text, Column column, String value) {
        text.append(column.key()).append('=').append(value).append('\0');
    }
}
