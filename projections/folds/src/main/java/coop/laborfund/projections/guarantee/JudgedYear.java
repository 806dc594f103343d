package coop.laborfund.projections.guarantee;

import java.time.LocalDate;
import java.time.Month;

/**
 * A year that verdicts are asked for, and the day that they are given for.
 *
 * @param opened the day on which the fund was opened, also where it is later than {@code asOf}
 * @param openedInTime whether that was early enough to be judged for the year
 */
public record JudgedYear(int year, LocalDate asOf, LocalDate opened, boolean openedInTime) {

    private LocalDate lastDay() {
        return LocalDate.of(year, Month.DECEMBER, 31);
    }

    /** From its last day on, which is that of the annual statement. */
    public boolean isOver() {
        return !asOf.isBefore(lastDay());
    }

    /** The earlier of the day and the year's last: on it hold the policy, the households and their sizes. */
    LocalDate day() {
        return isOver() ? lastDay() : asOf;
    }

    public boolean isBeforeOpening() {
        return asOf.isBefore(opened);
    }

    /** Whether the year's guarantees have not begun: neither the year nor the fund has by the day, or the fund began too late. */
    boolean notStarted() {
        return asOf.isBefore(LocalDate.of(year, Month.JANUARY, 1)) || isBeforeOpening() || !openedInTime;
    }

    public ShareOfYear share() {
        return ShareOfYear.on(asOf, year);
    }

    /** Wages of the year that were not proved in it may still be, up to this day. */
    LocalDate provableUntil() {
        return LocalDate.of(year + 1, Month.MARCH, 31);
    }
}
