package coop.laborfund.ledger.axon;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/** The funds used last, so many at most. (Axon's own cache holds them weakly: any collection of garbage empties it.) */
final class LruCache implements Cache {

    private final SequencedMap<Object, Object> entries = new LinkedHashMap<>();
    private final int limit;

    LruCache(int limit) {
        this.limit = limit;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public synchronized <K, V> @Nullable V get(K key) {
        Object value = entries.get(key);
        if (value != null) {
            entries.putLast(key, value);
        }
        return (V) value;
    }

    @Override
    public synchronized void put(Object key, Object value) {
        entries.putLast(key, value);
        if (entries.size() > limit) {
            entries.pollFirstEntry();
        }
    }

    @Override
    public synchronized boolean putIfAbsent(Object key, Object value) {
        if (entries.containsKey(key)) {
            return false;
        }
        put(key, value);
        return true;
    }

    @Override
    public synchronized boolean remove(Object key) {
        return entries.remove(key) != null;
    }

    @Override
    public synchronized void removeAll() {
        entries.clear();
    }

    @Override
    public synchronized boolean containsKey(Object key) {
        return entries.containsKey(key);
    }

    /** Nobody listens: the repository only gets, puts and removes. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        return () -> false;
    }
}
