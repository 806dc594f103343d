package coop.laborfund.ledger.axon;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.ToIntFunction;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * The funds that are used most, as far as the weight of their states goes. What is in it is a shortcut alone: whoever misses a fund
 * folds it again. (Axon's own cache holds them weakly: any collection of garbage empties it.)
 */
final class FundCache implements Cache {

    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;

    /** @param weight how heavy a value is at the moment when it is put */
    FundCache(long mostWeight, ToIntFunction<Object> weight) {
        entries = Caffeine.newBuilder()
                .maximumWeight(mostWeight)
                .weigher((Object key, Object value) -> weight.applyAsInt(value))
                // What has to go goes with what comes: no other thread that might be behind, and none to wait for.
                .executor(Runnable::run)
                .build();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <K, V> @Nullable V get(K key) {
        return (V) entries.getIfPresent(key);
    }

    @Override
    public void put(Object key, Object value) {
        entries.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.asMap().putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(Object key) {
        return entries.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        entries.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.asMap().containsKey(key);
    }

    /** Nobody listens: the repository only gets, puts and removes. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        return () -> false;
    }
}
