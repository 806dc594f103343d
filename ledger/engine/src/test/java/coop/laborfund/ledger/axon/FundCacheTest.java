package coop.laborfund.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** With whole numbers in the place of funds, each as heavy as it is large. */
class FundCacheTest {

    private static final int MOST = 100;

    private final FundCache cache = new FundCache(MOST, value -> (Integer) value);

    private int held() {
        return IntStream.range(0, 1_000)
                .map(key -> {
                    Integer value = cache.get(key);
                    return value == null ? 0 : value;
                })
                .sum();
    }

    @Test
    void whatIsUsedStaysAndWhatIsNotGoes() {
        cache.put(0, 10);
        for (int key = 1; key < 1_000; key++) {
            assertThat(cache.<Integer, Integer>get(0)).as("in use").isEqualTo(10);
            cache.put(key, 10);
            assertThat(held()).isLessThanOrEqualTo(MOST);
        }
        assertThat(cache.containsKey(0)).isTrue();
        assertThat(held()).as("not emptied either").isGreaterThan(MOST / 2);
    }

    /** A fund that grows is put again after each command. */
    @Test
    void aValueIsWeighedEachTimeItIsPut() {
        for (int key = 0; key < 10; key++) {
            cache.put(key, 10);
        }
        cache.put(0, 60);
        assertThat(held()).isLessThanOrEqualTo(MOST);
        cache.put(0, MOST + 1);
        assertThat(cache.containsKey(0)).as("heavier than all may be").isFalse();
        cache.put(0, 10);
        assertThat(cache.containsKey(0)).isTrue();
    }

    @Test
    void whatIsTakenOutIsGone() {
        cache.put(1, 1);
        cache.put(2, 2);
        assertThat(cache.putIfAbsent(1, 9)).isFalse();
        assertThat(cache.<Integer, Integer>get(1)).isEqualTo(1);
        assertThat(cache.putIfAbsent(3, 3)).isTrue();

        assertThat(cache.remove(1)).isTrue();
        assertThat(cache.remove(1)).isFalse();
        assertThat(cache.<Integer, Integer>get(1)).isNull();
        cache.removeAll();
        assertThat(cache.containsKey(2)).isFalse();
        assertThat(cache.containsKey(3)).isFalse();
    }
}
