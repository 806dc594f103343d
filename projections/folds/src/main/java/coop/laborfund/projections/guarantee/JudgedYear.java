package coop.laborfund.projections.guarantee;

import java.time.LocalDate;
import java.time.Month;

/**
 * A year that verdicts are asked for, and the day that they are given for.
 *
 * @param opened the day on which the fund was opened, also where it is later than {@code asOf}
 */
public record JudgedYear(int year, LocalDate asOf, LocalDate opened) {

    LocalDate lastDay() {
        return LocalDate.of(year, Month.DECEMBER, 31);
    }

    boolean isOver() {
        return asOf.isAfter(lastDay());
    }

    /** The earlier of the day and the year's last: on it hold the policy, the households and their sizes. */
    LocalDate day() {
        return isOver() ? lastDay() : asOf;
    }

    /**
     * Whether the year's guarantees have not begun: neither the year nor the fund has by the day, or the fund began
     * later.
     */
    boolean notStarted() {
        return asOf.isBefore(LocalDate.of(year, Month.JANUARY, 1))
                || asOf.isBefore(opened)
                || opened.isAfter(lastDay());
    }

    ShareOfYear share() {
        return ShareOfYear.on(asOf, year);
    }
}
