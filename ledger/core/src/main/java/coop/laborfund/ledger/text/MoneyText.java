package coop.laborfund.ledger.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Amounts of yuan as people write them: {@code 5000}, {@code 5,000.00}, {@code ￥5000}, {@code 5000元}, full-width digits too; at
 * most two decimals, no sign.
 */
public final class MoneyText {

    private static final Pattern MONEY = Pattern.compile("[￥¥]?(([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\\.[0-9]{1,2})?)元?");

    /** More of them than anybody types: a sum of binary fractions, or a quotient. */
    private static final Pattern COMPUTED = Pattern.compile("-?[0-9]+\\.[0-9]{5,}");

    private static final Pattern DECIMALS = Pattern.compile("[￥¥]?[0-9,]+\\.[0-9]{3,}元?");
    private static final Pattern SIGNED = Pattern.compile("[-+−(].*|.*[-+−)]");
    private static final Pattern UNIT = Pattern.compile(".*[0-9]\\s*[亿万千百十][元]?");

    private static final String NOT_DIGITS = "[￥¥,元]";

    private MoneyText() {}

    /** Yuan; empty for what is written otherwise. */
    public static Optional<BigDecimal> yuan(String cell) {
        String narrow = CellText.narrow(cell);
        return MONEY.matcher(narrow).matches()
                ? Optional.of(new BigDecimal(isPlain(narrow) ? narrow : narrow.replaceAll(NOT_DIGITS, "")))
                : Optional.empty();
    }

    private static boolean isPlain(String narrow) {
        for (int i = 0; i < narrow.length(); i++) {
            char character = narrow.charAt(i);
            if (character != '.' && (character < '0' || character > '9')) {
                return false;
            }
        }
        return true;
    }

    /**
     * Why it is no amount, as far as that can be told, by the name that its sentence has beside the general one.
     *
     * @param computed whether a formula has made it
     */
    public static String whyNone(String cell, boolean computed) {
        String narrow = CellText.narrow(cell);
        if (COMPUTED.matcher(narrow).matches()
                || (computed && DECIMALS.matcher(narrow).matches())) {
            return "computed";
        }
        if (DECIMALS.matcher(narrow).matches()) {
            return "decimals";
        }
        if (SIGNED.matcher(narrow).matches()) {
            return "signed";
        }
        return UNIT.matcher(narrow).matches() ? "unit" : "money";
    }
}
