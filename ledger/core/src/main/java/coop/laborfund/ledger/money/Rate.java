package coop.laborfund.ledger.money;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A percentage with up to four decimals, kept exactly.
 *
 * @param tenThousandths ten-thousandths of a percent: 6 % is 60,000
 */
public record Rate(int tenThousandths) implements Comparable<Rate> {

    private static final int DECIMALS = 4;

    /** What a product with {@link #tenThousandths} is to be divided by, so that 100 % of an amount is the amount. */
    static final BigInteger WHOLE = BigInteger.valueOf(1_000_000);

    /**
     * @throws NumberFormatException where the text is no number
     * @throws ArithmeticException where it has more than four decimals
     */
    public static Rate ofPercent(String percent) {
        return new Rate(new BigDecimal(percent).movePointRight(DECIMALS).intValueExact());
    }

    /** This percentage of an amount, rounded down to the fen; of an amount below zero, away from zero. */
    public Fen floorOf(Fen amount) {
        BigInteger[] division = BigInteger.valueOf(amount.value())
                .multiply(BigInteger.valueOf(tenThousandths))
                .divideAndRemainder(WHOLE);
        long towardsZero = division[0].longValueExact();
        return Fen.of(division[1].signum() < 0 ? towardsZero - 1 : towardsZero);
    }

    @Override
    public int compareTo(Rate other) {
        return Integer.compare(tenThousandths, other.tenThousandths);
    }

    /** The percentage without superfluous zeros: {@code 6}, {@code 0.5}. */
    @Override
    public String toString() {
        return tenThousandths == 0
                ? "0"
                : BigDecimal.valueOf(tenThousandths, DECIMALS)
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
