package coop.laborfund.projections.rollup;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A place by its division code: province 2 digits, prefecture 4, county 6, township 9, village 12. Of no digits it is the whole.
 *
 * @param code as many digits as its level has
 */
public record Division(String code) {

    /** The digits of each level, from the whole to the village. */
    private static final List<Integer> DIGITS = List.of(0, 2, 4, 6, 9, 12);

    private static final Pattern NUMBER = Pattern.compile("[0-9]*");

    /** @throws IllegalArgumentException where it is no division's */
    public Division {
        if (!isCode(code)) {
            throw new IllegalArgumentException("no division code: " + code);
        }
    }

    public static boolean isCode(String code) {
        return NUMBER.matcher(code).matches() && DIGITS.contains(code.length());
    }

    public boolean isVillage() {
        return code.length() == DIGITS.getLast();
    }

    public boolean has(String village) {
        return village.startsWith(code);
    }

    /** The place one level below in which a village lies; the village itself where this is it. */
    public Division below(String village) {
        int level = Math.min(DIGITS.indexOf(code.length()) + 1, DIGITS.size() - 1);
        return new Division(village.substring(0, DIGITS.get(level)));
    }
}
