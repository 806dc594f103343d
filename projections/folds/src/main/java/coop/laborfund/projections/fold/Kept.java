package coop.laborfund.projections.fold;

import coop.laborfund.projections.fact.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Facts of one kind that are kept as they are, in the order of recording, until their movement is reversed. */
public final class Kept<F extends Fact> implements FactFold.Counting<F> {

    private final Map<String, List<F>> byRef = new LinkedHashMap<>();

    @Override
    public void count(F fact, int sign) {
        if (sign > 0) {
            byRef.computeIfAbsent(fact.ref(), ref -> new ArrayList<>(1)).add(fact);
        } else {
            byRef.remove(fact.ref());
        }
    }

    public List<F> all() {
        return byRef.values().stream().flatMap(List::stream).toList();
    }
}
