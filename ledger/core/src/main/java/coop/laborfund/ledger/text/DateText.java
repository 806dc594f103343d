package coop.laborfund.ledger.text;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days, months and years as people write them: {@code 2025-1-8}, {@code 2025/1/8}, {@code 2025.1.8}, {@code 2025年1月8日},
 * {@code 20250108}, full-width digits too; from 2000 to 2199, what lies outside is a typing error.
 */
public final class DateText {

    private static final String YEAR = "(2[01][0-9]{2})";
    private static final Pattern DAY = Pattern.compile(
            YEAR + "(?:([-/.])([0-9]{1,2})\\2([0-9]{1,2})" + "|年([0-9]{1,2})月([0-9]{1,2})日|([0-9]{2})([0-9]{2}))");
    private static final Pattern MONTH = Pattern.compile(YEAR + "(?:[-/.]([0-9]{1,2})|年([0-9]{1,2})月|([0-9]{2}))");
    private static final Pattern YEAR_ALONE = Pattern.compile(YEAR + "年?");
    private static final Pattern WITH_TIME = Pattern.compile("[0-9]{4}.*[ T].*[0-9]:[0-9].*");
    private static final Pattern SERIAL = Pattern.compile("[0-9]{5}(\\.[0-9]+)?");
    private static final Pattern OTHER_YEAR = Pattern.compile("[0-9]{4}([-/.年].*|[0-9]{4}|[0-9]{2})?");

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    private static final int MONTHS = 12;
    private static final int CANONICAL_LENGTH = 10;

    private DateText() {}

    public static Optional<LocalDate> day(String cell) {
        // Nearly all are written like this, and a pattern costs as much as the rest of a row.
        if (isCanonical(cell)) {
            return day(number(cell, 0, 4), number(cell, 5, 7), number(cell, 8, 10));
        }
        Matcher day = DAY.matcher(CellText.narrow(cell));
        return day.matches() ? day(number(day, 1), number(day, 3, 5, 7), number(day, 4, 6, 8)) : Optional.empty();
    }

    public static Optional<YearMonth> month(String cell) {
        Matcher month = MONTH.matcher(CellText.narrow(cell));
        if (!month.matches()) {
            return Optional.empty();
        }
        // A month has a first day where it is one.
        return day(number(month, 1), number(month, 2, 3, 4), 1).map(YearMonth::from);
    }

    public static Optional<Integer> year(String cell) {
        Matcher year = YEAR_ALONE.matcher(CellText.narrow(cell));
        return year.matches() ? Optional.of(number(year, 1)) : Optional.empty();
    }

    /** Why it is no day, as far as that can be told, by the name that its sentence has beside the general one. */
    public static String whyNoDay(String cell) {
        String narrow = CellText.narrow(cell);
        if (WITH_TIME.matcher(narrow).matches()) {
            return "time";
        }
        if (SERIAL.matcher(narrow).matches()) {
            return "serial";
        }
        return isOtherYear(narrow) ? "range" : "date";
    }

    private static boolean isOtherYear(String narrow) {
        if (!OTHER_YEAR.matcher(narrow).matches()) {
            return false;
        }
        int year = number(narrow, 0, 4);
        return year < FIRST_YEAR || year > LAST_YEAR;
    }

    private static boolean isCanonical(String cell) {
        if (cell.length() != CANONICAL_LENGTH) {
            return false;
        }
        for (int i = 0; i < CANONICAL_LENGTH; i++) {
            char character = cell.charAt(i);
            boolean wanted = (i == 4 || i == 7) ? character == '-' : character >= '0' && character <= '9';
            if (!wanted) {
                return false;
            }
        }
        return true;
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        // 2021-02-30 has the right form and is as wrong as what has not.
        boolean inRange = year >= FIRST_YEAR && year <= LAST_YEAR;
        return inRange && isDay(year, month, day) ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    /** Whether the calendar has this day. */
    public static boolean isDay(int year, int month, int day) {
        return month >= 1
                && month <= MONTHS
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** The number in the one of the groups that took part. */
    private static int number(MatchResult match, int... groups) {
        for (int group : groups) {
            if (match.group(group) != null) {
                return Integer.parseInt(match.group(group));
            }
        }
        throw new IllegalArgumentException(match.group());
    }
}
