package coop.laborfund.projections.query;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;

/**
 * Narrows a question to the facts with a column between two values, both included, so that a year's verdict does not
 * read all years.
 *
 * @param from of the column's type in Java, as is {@code to}
 */
public record Window<T extends Comparable<? super T>>(String column, T from, T to) {

    /** Dated in a year. */
    public static Window<LocalDate> datedIn(int year) {
        return dated(LocalDate.of(year, Month.JANUARY, 1), LocalDate.of(year, Month.DECEMBER, 31));
    }

    public static Window<LocalDate> dated(LocalDate from, LocalDate to) {
        return new Window<>("date", from, to);
    }

    /** Recorded for a year, whenever it was. */
    public static Window<Integer> forYear(int year) {
        return new Window<>("year", year, year);
    }

    /** Recorded for a month of a year. */
    public static Window<YearMonth> forMonthsOf(int year) {
        return new Window<>("month", YearMonth.of(year, Month.JANUARY), YearMonth.of(year, Month.DECEMBER));
    }
}
