package coop.laborfund.projections.guarantee;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;

/**
 * How much of a year has gone by, an exact fraction.
 *
 * @param days from 1 January to the day, both included, no more than {@code of}
 * @param of the days of the year
 */
public record ShareOfYear(long days, long of) {

    static ShareOfYear on(LocalDate day, int year) {
        LocalDate first = LocalDate.of(year, Month.JANUARY, 1);
        long gone = ChronoUnit.DAYS.between(first, day) + 1;
        return new ShareOfYear(Math.min(gone, first.lengthOfYear()), first.lengthOfYear());
    }

    /** The least that is no less than this share of {@code whole}. */
    public long leastOf(long whole) {
        BigInteger need = BigInteger.valueOf(whole).multiply(BigInteger.valueOf(days));
        BigInteger[] division = need.divideAndRemainder(BigInteger.valueOf(of));
        return division[0].longValueExact() + (division[1].signum() > 0 ? 1 : 0);
    }

    /** Whether {@code reached} is no less than this share of {@code whole}. */
    boolean isReached(long reached, long whole) {
        BigInteger have = BigInteger.valueOf(reached).multiply(BigInteger.valueOf(of));
        BigInteger need = BigInteger.valueOf(whole).multiply(BigInteger.valueOf(days));
        return have.compareTo(need) >= 0;
    }
}
