package coop.laborfund.api.importing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a workbook's cells show their numbers, by a format code such as {@code 0000} or {@code yyyy-mm-dd}: it alone makes a number
 * a date.
 */
final class NumberFormat {

    /** What a number in this format is. */
    enum Kind {
        NUMBER,
        PERCENT,
        DATE
    }

    /** Quoted text, escaped characters, padding, and what stands in brackets but for elapsed hours, minutes and seconds. */
    private static final Pattern LITERAL =
            Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!(?:h+|m+|s+)])[^]]*]", Pattern.CASE_INSENSITIVE);

    /** The format of no format in the languages that name it themselves. */
    private static final Pattern GENERAL_NAME = Pattern.compile("(?i)General|G/通用格式|G/標準|G/표준|Standard");

    private static final Pattern EXPONENT = Pattern.compile("(?i)E[+-](?=[0#?])");
    private static final Pattern DAY_OR_YEAR = Pattern.compile("[ydeg年月日]|aaa", Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTH_ALONE = Pattern.compile("^[^hs]*m[^hs]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTH_OR_DAY = Pattern.compile("[mdag月日]", Pattern.CASE_INSENSITIVE);

    /** What makes the shown text another than the number's own digits in their order: groups, scales, fractions. */
    private static final Pattern REARRANGED = Pattern.compile("[,%@/]");

    /** Likewise in brackets: conditions and Chinese digits. */
    private static final Pattern REWRITTEN = Pattern.compile("\\[[<>=]|\\[DBNum", Pattern.CASE_INSENSITIVE);

    /** A spreadsheet's own limit. */
    private static final int LONGEST_CODE = 255;

    /** Above, below and equal to zero; a fourth part is for texts. */
    private static final int SIGNS = 3;

    /** A number's digits and no more. */
    static final NumberFormat GENERAL = new NumberFormat("@");

    private final Kind kind;
    private final boolean yearAlone;
    private final List<ShownDigits> sections;

    private NumberFormat(String code) {
        List<String> parts = sections(code);
        // The part for positive numbers: dates are.
        String plain = withoutTexts(parts.getFirst());
        String letters = EXPONENT.matcher(plain).replaceAll("");
        boolean date = DAY_OR_YEAR.matcher(letters).find()
                || MONTH_ALONE.matcher(letters).matches();
        yearAlone = date && !MONTH_OR_DAY.matcher(letters).find();
        if (date) {
            kind = Kind.DATE;
        } else {
            kind = plain.contains("%") ? Kind.PERCENT : Kind.NUMBER;
        }
        boolean ownDigits = kind == Kind.NUMBER
                && letters.length() == plain.length()
                && !REWRITTEN.matcher(code).find()
                && parts.stream()
                        .limit(SIGNS)
                        .noneMatch(
                                part -> REARRANGED.matcher(withoutTexts(part)).find());
        sections = ownDigits ? parts.stream().limit(SIGNS).map(ShownDigits::of).toList() : List.of();
    }

    private static String withoutTexts(String part) {
        return GENERAL_NAME.matcher(LITERAL.matcher(part).replaceAll("")).replaceAll("");
    }

    static NumberFormat of(String code) {
        return isGeneral(code) ? GENERAL : new NumberFormat(code);
    }

    private static boolean isGeneral(String code) {
        return code.isEmpty()
                || code.length() > LONGEST_CODE
                || GENERAL_NAME.matcher(code).matches();
    }

    /** The formats that files name by number alone; 27 to 36 and 50 to 58 are dates in East Asian editions. */
    static NumberFormat ofBuiltIn(String id) {
        return switch (id) {
            case "1" -> of("0");
            case "2" -> of("0.00");
            case "9", "10" -> of("0%");
            case "14", "15", "16", "17", "22", "27", "28", "29", "30", "31", "36" -> of("yyyy-mm-dd");
            case "50", "51", "52", "53", "54", "57", "58" -> of("yyyy-mm-dd");
            default -> GENERAL;
        };
    }

    Kind kind() {
        return kind;
    }

    /** Whether of a date only the year is shown. */
    boolean isYearAlone() {
        return yearAlone;
    }

    /** What is shown of a number, where that is its own digits with zeros and texts about them; else empty. */
    Optional<String> shown(BigDecimal number) {
        if (sections.isEmpty()) {
            return Optional.empty();
        }
        int sign = number.signum();
        if (sign < 0 && sections.size() > 1) {
            return sections.get(1).show(number.negate());
        }
        ShownDigits section = sections.get(sign == 0 && sections.size() > 2 ? 2 : 0);
        return section.show(number.abs()).map(shown -> sign < 0 ? "-" + shown : shown);
    }

    /** A code's parts for numbers above, below and equal to zero. */
    private static List<String> sections(String code) {
        List<String> sections = new ArrayList<>();
        StringBuilder section = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < code.length(); i++) {
            char character = code.charAt(i);
            if (character == '\\' && !quoted && i + 1 < code.length()) {
                section.append(character).append(code.charAt(++i));
                continue;
            }
            quoted ^= character == '"';
            if (character == ';' && !quoted) {
                sections.add(section.toString());
                section.setLength(0);
            } else {
                section.append(character);
            }
        }
        sections.add(section.toString());
        return sections;
    }
}
