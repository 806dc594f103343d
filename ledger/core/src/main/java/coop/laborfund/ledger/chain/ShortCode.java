package coop.laborfund.ledger.chain;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A hash, or a key's fingerprint, short enough to be printed on a notice and read aloud: its first 95 bits in nineteen letters and
 * digits, and one that tells a slip of the tongue from another hash, in five groups of four.
 *
 * <p>The letters are Crockford's: no I, L, O and U, which are read as 1, 1, 0 and not at all; whether large or small is the same. The
 * last is a check over GF(32), which notices every single wrong letter and every two that changed places.
 *
 * @param text as {@link #toString} gives it, or of the older form: twelve hexadecimal digits of the hash
 * @param isOld of the older form, of 48 bits: enough against chance, too few against somebody with a computer and a few days
 */
public record ShortCode(String text, boolean isOld) {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS_A_LETTER = 5;
    private static final int LENGTH = 20;
    private static final int GROUP = 4;
    private static final int HASH_BITS = 256;
    private static final int OLD_LENGTH = 12;

    /** x^5 + x^2 + 1, by which GF(32) is made. */
    private static final int FIELD = 0b100101;

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\-\u2010-\u2015_.]+");
    private static final Pattern OLD = Pattern.compile("[0-9a-f]{" + OLD_LENGTH + "}");

    /** @param hash 64 hexadecimal digits */
    public static ShortCode of(String hash) {
        BigInteger bits = new BigInteger(hash, 16).shiftRight(HASH_BITS - (LENGTH - 1) * BITS_A_LETTER);
        StringBuilder letters = new StringBuilder();
        for (int left = LENGTH - 2; left >= 0; left--) {
            letters.append(LETTERS.charAt(bits.shiftRight(left * BITS_A_LETTER).intValue() & (LETTERS.length() - 1)));
        }
        return new ShortCode(grouped(letters.append(check(letters)).toString()), false);
    }

    /** What somebody typed or heard; empty where it is no code, or one with a slip in it. */
    public static Optional<ShortCode> read(String typed) {
        String plain = SEPARATORS.matcher(typed).replaceAll("").toLowerCase(Locale.ROOT);
        if (OLD.matcher(plain).matches()) {
            return Optional.of(new ShortCode(grouped(plain), true));
        }
        String letters = plain.toUpperCase(Locale.ROOT)
                .replace('I', '1')
                .replace('L', '1')
                .replace('O', '0');
        boolean known = letters.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0);
        if (!known
                || letters.length() != LENGTH
                || check(letters.substring(0, LENGTH - 1)) != letters.charAt(LENGTH - 1)) {
            return Optional.empty();
        }
        return Optional.of(new ShortCode(grouped(letters), false));
    }

    /** Whether somebody meant a code by it, were it only without a slip, and neither a file nor a fingerprint. */
    public static boolean isLikeOne(String typed) {
        String plain = SEPARATORS.matcher(typed).replaceAll("");
        return plain.length() == LENGTH
                && plain.chars().allMatch(letter -> letter < 128 && Character.isLetterOrDigit(letter));
    }

    /** @param hash 64 small hexadecimal digits */
    public boolean isOf(String hash) {
        return isOld ? hash.startsWith(text.replace("-", "")) : of(hash).equals(this);
    }

    private static String grouped(String letters) {
        return letters.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    private static char check(CharSequence letters) {
        int sum = 0;
        for (int at = 0; at < letters.length(); at++) {
            sum = doubled(sum ^ LETTERS.indexOf(letters.charAt(at)));
        }
        return LETTERS.charAt(sum);
    }

    private static int doubled(int element) {
        int twice = element << 1;
        return twice >= LETTERS.length() ? twice ^ FIELD : twice;
    }

    @Override
    public String toString() {
        return text;
    }
}
