package coop.laborfund.ledger.money;

import java.math.BigDecimal;

/**
 * An amount of money in fen (1/100 yuan). Arithmetic that would leave the range of a {@code long} throws
 * {@link ArithmeticException} instead of wrapping round.
 *
 * @param value whole fen, negative where money is owed
 */
public record Fen(long value) implements Comparable<Fen> {

    public static final Fen ZERO = new Fen(0);

    public static Fen of(long fen) {
        return fen == 0 ? ZERO : new Fen(fen);
    }

    /**
     * Reads plain yuan as {@link #toString()} writes them ({@code -12.50}); more than two decimals throw instead of being
     * rounded.
     *
     * @throws NumberFormatException where the text is no number
     * @throws ArithmeticException where it is no whole number of fen or too large
     */
    public static Fen ofYuan(String yuan) {
        return ofYuan(new BigDecimal(yuan));
    }

    /** @throws ArithmeticException where it is no whole number of fen or too large */
    public static Fen ofYuan(BigDecimal yuan) {
        return of(yuan.movePointRight(2).longValueExact());
    }

    public Fen plus(Fen other) {
        return of(Math.addExact(value, other.value));
    }

    public Fen minus(Fen other) {
        return of(Math.subtractExact(value, other.value));
    }

    public Fen negate() {
        return of(Math.negateExact(value));
    }

    public Fen min(Fen other) {
        return value <= other.value ? this : other;
    }

    public Fen max(Fen other) {
        return value >= other.value ? this : other;
    }

    public boolean isZero() {
        return value == 0;
    }

    public boolean isNegative() {
        return value < 0;
    }

    public boolean isPositive() {
        return value > 0;
    }

    public boolean exceeds(Fen limit) {
        return value > limit.value;
    }

    @Override
    public int compareTo(Fen other) {
        return Long.compare(value, other.value);
    }

    /** Yuan with two decimals, the form of every file and answer: {@code 5000.00}, {@code -12.50}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(value, 2).toString();
    }
}
