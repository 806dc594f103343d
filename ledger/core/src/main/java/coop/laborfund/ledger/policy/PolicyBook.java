package coop.laborfund.ledger.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every policy value that a fund has recorded, by the day it holds from. Immutable.
 *
 * @param changes in the order of recording
 */
public record PolicyBook(List<Change> changes) {

    public static final PolicyBook EMPTY = new PolicyBook(List.of());

    /**
     * Values that hold from a day on.
     *
     * @param values canonical texts by written key
     */
    public record Change(LocalDate from, SortedMap<String, String> values) {}

    public PolicyBook with(LocalDate from, SortedMap<String, String> values) {
        if (values.isEmpty()) {
            return this;
        }
        List<Change> more = new ArrayList<>(changes);
        more.add(new Change(from, values));
        return new PolicyBook(List.copyOf(more));
    }

    /** What is in force on a day: of each key the value with the latest date up to it; of one day, the later recorded. */
    public Policy on(LocalDate day) {
        if (changes.isEmpty()) {
            return Policy.STARTING;
        }
        SortedMap<String, String> values = new TreeMap<>(Policy.DEFAULTS);
        SortedMap<String, LocalDate> since = new TreeMap<>();
        for (Change change : changes) {
            if (change.from.isAfter(day)) {
                continue;
            }
            change.values.forEach((key, value) -> {
                if (!since.getOrDefault(key, LocalDate.MIN).isAfter(change.from)) {
                    since.put(key, change.from);
                    values.put(key, value);
                }
            });
        }
        return new Policy(values);
    }
}
