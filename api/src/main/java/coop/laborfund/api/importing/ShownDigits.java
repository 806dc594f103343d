package coop.laborfund.api.importing;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One section of a number format that shows a number's own digits: {@code 0000}, {@code "H"0}, {@code 0000-00}.
 *
 * @param whole the format before the point, its placeholders and, as {@code \x}, its texts
 * @param decimals likewise after the point, the point included; empty where there is none
 */
record ShownDigits(String whole, String decimals) {

    private static final Pattern PART = Pattern.compile(
            "\"([^\"]*)\"|\\\\(.)|[_*].|\\[[^]]*]|(General|G/通用格式|G/標準|G/표준|Standard)|([0#?])|(.)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final String ANY_NUMBER = "#";

    static ShownDigits of(String section) {
        StringBuilder whole = new StringBuilder();
        StringBuilder decimals = new StringBuilder();
        StringBuilder to = whole;
        Matcher part = PART.matcher(section);
        while (part.find()) {
            if (part.group(3) != null) {
                // Whatever decimals there are.
                whole.append(ANY_NUMBER);
                decimals.append('.').append(ANY_NUMBER.repeat(15));
                to = decimals;
            } else if (part.group(4) != null) {
                to.append(part.group(4));
            } else if (".".equals(part.group(5)) && to == whole) {
                to = decimals;
                to.append('.');
            } else {
                literal(part, to);
            }
        }
        return new ShownDigits(whole.toString(), decimals.toString());
    }

    private static void literal(Matcher part, StringBuilder to) {
        for (int group : new int[] {1, 2, 5}) {
            String text = part.group(group);
            if (text != null) {
                text.chars().forEach(character -> to.append('\\').append((char) character));
            }
        }
    }

    /** Empty where it would not show the whole number. */
    Optional<String> show(BigDecimal number) {
        String[] digits = number.stripTrailingZeros().toPlainString().split("\\.", -1);
        String fraction = digits.length > 1 ? digits[1] : "";
        long places = placeholders(decimals);
        if (fraction.length() > places || placeholders(whole) == 0) {
            return Optional.empty();
        }
        return Optional.of(wholePart(digits[0].equals("0") ? "" : digits[0]) + fractionPart(fraction));
    }

    /** From the right: each placeholder takes a digit, the leftmost all that are left. */
    private String wholePart(String digits) {
        StringBuilder shown = new StringBuilder();
        int left = digits.length();
        long placeholders = placeholders(whole);
        for (int i = whole.length() - 1; i >= 0; i--) {
            if (i > 0 && whole.charAt(i - 1) == '\\') {
                shown.insert(0, whole.charAt(i));
                i--;
            } else if (--placeholders == 0) {
                shown.insert(0, left > 0 ? digits.substring(0, left) : filling(whole.charAt(i)));
            } else {
                shown.insert(0, left > 0 ? String.valueOf(digits.charAt(--left)) : filling(whole.charAt(i)));
            }
        }
        return shown.toString();
    }

    private String fractionPart(String digits) {
        StringBuilder shown = new StringBuilder();
        int at = 0;
        for (int i = 0; i < decimals.length(); i++) {
            char part = decimals.charAt(i);
            if (part == '\\') {
                shown.append(decimals.charAt(++i));
            } else if (part == '.') {
                shown.append(digits.isEmpty() && !decimals.contains("0") ? "" : ".");
            } else {
                shown.append(at < digits.length() ? String.valueOf(digits.charAt(at)) : filling(part));
                at++;
            }
        }
        return shown.toString();
    }

    private static String filling(char placeholder) {
        return placeholder == '0' ? "0" : "";
    }

    private static long placeholders(String parts) {
        long count = 0;
        for (int i = 0; i < parts.length(); i++) {
            if (parts.charAt(i) == '\\') {
                i++;
            } else if (parts.charAt(i) != '.') {
                count++;
            }
        }
        return count;
    }
}
