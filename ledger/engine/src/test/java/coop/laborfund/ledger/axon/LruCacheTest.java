package coop.laborfund.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LruCacheTest {

    private final LruCache cache = new LruCache(2);

    @Test
    void theOneNotUsedForLongestGoes() {
        cache.put("a", 1);
        cache.put("b", 2);
        assertThat(cache.<String, Integer>get("a")).isEqualTo(1);
        cache.put("c", 3);

        assertThat(cache.containsKey("a")).isTrue();
        assertThat(cache.containsKey("b")).isFalse();
        assertThat(cache.putIfAbsent("a", 9)).isFalse();
        assertThat(cache.remove("a")).isTrue();
        assertThat(cache.<String, Integer>get("a")).isNull();
        cache.removeAll();
        assertThat(cache.containsKey("c")).isFalse();
    }
}
