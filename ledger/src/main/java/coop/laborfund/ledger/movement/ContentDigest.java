package coop.laborfund.ledger.movement;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.event.MovementType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * The digest by which a repeated ref is told from a reused one: SHA-256 over the type and the columns it uses, by value
 * ({@code 5,000} is {@code 5000.00}), defaults filled in.
 */
final class ContentDigest {

    private ContentDigest() {}

    static String of(MovementType type, Map<Column, String> content) {
        MessageDigest sha = sha256();
        add(sha, Column.TYPE, type.name());
        // A fund's refs are its own, so neither fund nor ref can differ between two rows that are compared.
        for (Column column : Column.values()) {
            String value = content.get(column);
            if (value != null) {
                add(sha, column, value);
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    /** No cell contains a NUL, so it separates without ambiguity. */
    private static void add(MessageDigest sha, Column column, String value) {
        sha.update((column.key() + "=" + value + "\0").getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
