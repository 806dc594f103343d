package coop.laborfund.ledger.money;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.testing.Randomly;
import coop.laborfund.ledger.testing.Seeded;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ApportionmentTest {

    private static SequencedMap<String, BigInteger> shareDays(Map<String, Integer> shareDays) {
        SequencedMap<String, BigInteger> sorted = new TreeMap<>();
        shareDays.forEach((holder, days) -> sorted.put(holder, BigInteger.valueOf(days)));
        return sorted;
    }

    /** A year's share-days of up to thirty households, some with none. */
    private static SequencedMap<String, BigInteger> anyShareDays(Randomly random) {
        SequencedMap<String, BigInteger> shareDays = new TreeMap<>();
        shareDays.put("H00", BigInteger.ONE);
        for (int i = random.between(0, 30); i > 0; i--) {
            long fen = random.percent(10)
                    ? 0
                    : random.amountUpTo(Fen.ofYuan("50000")).value();
            shareDays.put("H%02d".formatted(i), BigInteger.valueOf(fen * random.between(1, 366)));
        }
        return shareDays;
    }

    @Test
    void givesWhatRemainsToTheLargestFractionsAndTiesToTheFirst() {
        assertThat(Apportionment.ofAmount(Fen.of(100), shareDays(Map.of("a", 1, "b", 1, "c", 1))))
                .containsExactly(Map.entry("a", Fen.of(34)), Map.entry("b", Fen.of(33)), Map.entry("c", Fen.of(33)));
        assertThat(Apportionment.ofAmount(Fen.of(10), shareDays(Map.of("a", 1, "b", 2, "c", 4))))
                .containsExactly(Map.entry("a", Fen.of(1)), Map.entry("b", Fen.of(3)), Map.entry("c", Fen.of(6)));
    }

    @Test
    void leavesOutWhoeverGetsNothing() {
        assertThat(Apportionment.ofAmount(Fen.of(1), shareDays(Map.of("a", 1, "b", 2, "c", 0))))
                .containsExactly(Map.entry("b", Fen.of(1)));
        assertThat(Apportionment.ofRate(Rate.ofPercent("50"), shareDays(Map.of("a", 364, "b", 365))))
                .containsExactly(Map.entry("b", Fen.of(1)));
    }

    @Seeded
    void dividesTheWholeAmountWithinAFenOfTheExactPart(Randomly random) {
        for (int i = 0; i < 200; i++) {
            SequencedMap<String, BigInteger> shareDays = anyShareDays(random);
            Fen total = random.amountUpTo(Fen.ofYuan("1000000000000"));

            Map<String, Fen> parts = Apportionment.ofAmount(total, shareDays);

            assertThat(parts.values().stream().reduce(Fen.ZERO, Fen::plus)).isEqualTo(total);
            BigInteger sum = shareDays.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
            shareDays.forEach((holder, days) -> {
                BigInteger exact = days.multiply(BigInteger.valueOf(total.value()));
                BigInteger given = sum.multiply(
                        BigInteger.valueOf(parts.getOrDefault(holder, Fen.ZERO).value()));
                assertThat(given.subtract(exact).abs()).as(holder).isLessThan(sum);
            });
        }
    }

    @Seeded
    void givesMoreShareDaysNeverLess(Randomly random) {
        SequencedMap<String, BigInteger> shareDays = anyShareDays(random);

        Map<String, Fen> parts = Apportionment.ofAmount(random.amountUpTo(Fen.ofYuan("10000")), shareDays);

        List<String> byShareDays = new ArrayList<>(shareDays.keySet());
        byShareDays.sort((a, b) ->
                shareDays.getOrDefault(a, BigInteger.ZERO).compareTo(shareDays.getOrDefault(b, BigInteger.ZERO)));
        for (int i = 1; i < byShareDays.size(); i++) {
            String less = byShareDays.get(i - 1);
            String more = byShareDays.get(i);
            if (!shareDays.getOrDefault(less, BigInteger.ZERO).equals(shareDays.get(more))) {
                assertThat(parts.getOrDefault(more, Fen.ZERO))
                        .isGreaterThanOrEqualTo(parts.getOrDefault(less, Fen.ZERO));
            }
        }
    }

    @Seeded
    void dependsOnTheIdsAndNotOnTheOrderTheyCameIn(Randomly random) {
        SequencedMap<String, BigInteger> shareDays = anyShareDays(random);
        Fen total = random.amountUpTo(Fen.ofYuan("10000"));
        List<Map.Entry<String, BigInteger>> shuffled = new ArrayList<>(shareDays.entrySet());
        Collections.shuffle(shuffled, random.source());
        SequencedMap<String, BigInteger> came = new LinkedHashMap<>();
        shuffled.forEach(holder -> came.put(holder.getKey(), holder.getValue()));

        assertThat(Apportionment.ofAmount(total, new TreeMap<>(came)))
                .isEqualTo(Apportionment.ofAmount(total, shareDays));
    }

    @Seeded
    void ofARateIsShareDaysByTheRateBy365RoundedHalfUp(Randomly random) {
        Rate rate = new Rate(random.between(0, 1_000_000));
        SequencedMap<String, BigInteger> shareDays = anyShareDays(random);

        Map<String, Fen> parts = Apportionment.ofRate(rate, shareDays);

        shareDays.forEach((holder, days) -> assertThat(
                        parts.getOrDefault(holder, Fen.ZERO).value())
                .as(holder)
                .isEqualTo(new BigDecimal(days)
                        .multiply(new BigDecimal(rate.toString()))
                        .divide(new BigDecimal(36500), 0, RoundingMode.HALF_UP)
                        .longValueExact()));
    }
}
