package coop.laborfund.ledger.money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.SequencedMap;
import java.util.function.Function;

/** Dividing money among holders in proportion to their share-days (fen held times days held). */
public final class Apportionment {

    /** The day count of the scheme's rates, in leap years too. */
    private static final BigInteger DAYS_OF_RATE = BigInteger.valueOf(365);

    private Apportionment() {}

    /**
     * Divides the whole of {@code total}: each part is rounded down, and the fen that remain go one each to the largest
     * fractional remainders, ties by the map's order. The parts add up to {@code total}; parts of zero are left out.
     *
     * @param shareDays zero or more for each holder, in the order that settles ties; not all zero
     */
    public static SequencedMap<String, Fen> ofAmount(Fen total, SequencedMap<String, BigInteger> shareDays) {
        BigInteger sum = shareDays.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger amount = BigInteger.valueOf(total.value());
        List<Part> parts = new ArrayList<>();
        long rest = total.value();
        for (Entry<String, BigInteger> holder : shareDays.entrySet()) {
            BigInteger[] division = holder.getValue().multiply(amount).divideAndRemainder(sum);
            parts.add(new Part(holder.getKey(), division[0].longValueExact(), division[1]));
            rest -= division[0].longValueExact();
        }
        parts.sort(Comparator.comparing(Part::remainder).reversed());
        Map<String, Long> amounts = new LinkedHashMap<>();
        for (Part part : parts) {
            amounts.put(part.holder, rest > 0 ? part.floor + 1 : part.floor);
            rest--;
        }
        return nonZero(shareDays, holder -> Fen.of(amounts.getOrDefault(holder, 0L)));
    }

    /**
     * Gives each holder share-days × rate / 100 / 365, rounded half up to the fen; parts of zero are left out.
     *
     * @param shareDays zero or more for each holder
     */
    public static SequencedMap<String, Fen> ofRate(Rate rate, SequencedMap<String, BigInteger> shareDays) {
        BigInteger multiplier = BigInteger.valueOf(rate.tenThousandths());
        BigInteger divisor = Rate.WHOLE.multiply(DAYS_OF_RATE);
        return nonZero(shareDays, holder -> {
            BigInteger days = shareDays.getOrDefault(holder, BigInteger.ZERO);
            BigInteger twice = days.multiply(multiplier).shiftLeft(1).add(divisor);
            return Fen.of(twice.divide(divisor.shiftLeft(1)).longValueExact());
        });
    }

    private static SequencedMap<String, Fen> nonZero(
            SequencedMap<String, BigInteger> holders, Function<String, Fen> amountOf) {
        SequencedMap<String, Fen> amounts = new LinkedHashMap<>();
        for (String holder : holders.keySet()) {
            Fen amount = amountOf.apply(holder);
            if (!amount.isZero()) {
                amounts.put(holder, amount);
            }
        }
        return amounts;
    }

    private record Part(String holder, long floor, BigInteger remainder) {}
}
