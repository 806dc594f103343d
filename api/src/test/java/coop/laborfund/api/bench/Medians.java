package coop.laborfund.api.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures of several rounds by name. */
final class Medians {

    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    void add(String name, double value) {
        values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    void add(String name, long value) {
        add(name, (double) value);
    }

    double of(String name) {
        List<Double> sorted =
                values.getOrDefault(name, List.of()).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** How large one is beside another. */
    double ratio(String one, String other) {
        return of(one) / of(other);
    }

    void print() {
        values.forEach((name, rounds) -> System.out.printf("%-24s median %,10.0f of %s%n", name, of(name), rounds));
    }
}
