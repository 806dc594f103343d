package coop.laborfund.ledger.fund;

import coop.laborfund.ledger.event.Ids;
import java.util.Comparator;
import java.util.function.UnaryOperator;
import org.pcollections.TreePMap;

/** Persistent sorted maps: an update shares all but a few nodes with the map before it. */
final class Maps {

    private Maps() {}

    /** Keyed by an id, in code point order. */
    static <V> TreePMap<String, V> byId() {
        return TreePMap.empty(Ids.ORDER);
    }

    static <K extends Comparable<? super K>, V> TreePMap<K, V> natural() {
        return TreePMap.empty(Comparator.naturalOrder());
    }

    /** The map with {@code change} applied to the value of a key, {@code start} where it has none yet. */
    static <K, V> TreePMap<K, V> update(TreePMap<K, V> map, K key, V start, UnaryOperator<V> change) {
        V before = map.get(key);
        return map.plus(key, change.apply(before == null ? start : before));
    }

    /** The value of a key that the rules have asked for already. */
    static <K, V> V known(TreePMap<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("unknown " + key);
        }
        return value;
    }

    /**
     * The value of a key that something recorded names.
     *
     * @throws StateBehindException where the map has nothing of it
     */
    static <K, V> V recorded(TreePMap<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new StateBehindException(key);
        }
        return value;
    }
}
