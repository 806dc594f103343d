package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.policy.Policy;
import coop.laborfund.ledger.policy.PolicyBook;
import coop.laborfund.ledger.policy.PolicyBook.Change;
import coop.laborfund.ledger.policy.PolicyKey;
import coop.laborfund.projections.fact.Members.PolicyValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The policy of a day, and where each of its values comes from.
 *
 * @param sources the fact that set a value, by written key; none for a default
 */
record PolicyInForce(Policy policy, Map<String, PolicyValue> sources) {

    /**
     * @param values in the order of recording
     */
    static PolicyInForce on(LocalDate day, List<PolicyValue> values) {
        List<Change> changes = values.stream()
                .map(value -> new Change(value.date(), new TreeMap<>(Map.of(value.key(), value.value()))))
                .toList();
        Map<String, PolicyValue> sources = values.stream()
                .filter(value -> !value.date().isAfter(day))
                .collect(Collectors.toMap(PolicyValue::key, value -> value, PolicyValue::later));
        return new PolicyInForce(new PolicyBook(changes).on(day), sources);
    }

    /** The position of the event that set a value; none where it is a default. */
    Stream<Long> evidence(PolicyKey key) {
        return evidence(key.key());
    }

    /** The same for the value that holds for a year. */
    Stream<Long> evidence(PolicyKey key, int year) {
        return evidence(policy.keyOf(key, year));
    }

    private Stream<Long> evidence(String key) {
        return Stream.ofNullable(sources.get(key)).map(PolicyValue::position);
    }
}
