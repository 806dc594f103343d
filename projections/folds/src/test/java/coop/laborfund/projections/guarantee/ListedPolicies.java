package coop.laborfund.projections.guarantee;

import static java.util.Comparator.comparing;

import coop.laborfund.ledger.policy.Policy;
import coop.laborfund.ledger.policy.PolicyBook;
import coop.laborfund.projections.fact.Members.PolicyValue;
import coop.laborfund.projections.query.FactSource;
import coop.laborfund.projections.query.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The policy of a day, by putting one value over the other: what the book of policies must equal. */
record ListedPolicies(List<PolicyValue> values) {

    /** Sorted so that the one that holds comes last. */
    static ListedPolicies of(FactSource facts, Scope scope) {
        return new ListedPolicies(facts.counted(PolicyValue.class, scope).stream()
                .sorted(comparing(PolicyValue::date).thenComparingLong(PolicyValue::position))
                .toList());
    }

    Policy on(LocalDate day) {
        TreeMap<String, String> inForce = new TreeMap<>(PolicyBook.EMPTY.on(day).values());
        upTo(day).forEach(value -> inForce.put(value.key(), value.value()));
        return new Policy(inForce);
    }

    /** The policy of a day, with the amounts of years of another. */
    Policy on(LocalDate day, LocalDate yearsOn) {
        TreeMap<String, String> inForce = new TreeMap<>(on(day).values());
        inForce.keySet().removeIf(key -> key.contains("."));
        on(yearsOn).values().forEach((key, value) -> {
            if (key.contains(".")) {
                inForce.put(key, value);
            }
        });
        return new Policy(inForce);
    }

    /** Where the value of a written key comes from; nothing for a default. */
    Stream<Long> source(LocalDate day, String key) {
        return upTo(day)
                .filter(value -> value.key().equals(key))
                .reduce((one, later) -> later)
                .map(PolicyValue::position)
                .stream();
    }

    private Stream<PolicyValue> upTo(LocalDate day) {
        return values.stream().filter(value -> !value.date().isAfter(day));
    }
}
