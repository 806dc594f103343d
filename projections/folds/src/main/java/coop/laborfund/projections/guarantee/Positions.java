package coop.laborfund.projections.guarantee;

import coop.laborfund.projections.fact.Fact;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Positions of movements, by their refs. */
final class Positions {

    private final Map<String, Long> byRef = new HashMap<>();

    void count(Fact fact, int sign) {
        if (sign > 0) {
            byRef.put(fact.ref(), fact.position());
        } else {
            byRef.remove(fact.ref());
        }
    }

    Stream<Long> all() {
        return byRef.values().stream();
    }
}
