package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.policy.Policy;
import coop.laborfund.ledger.policy.PolicyKey;
import coop.laborfund.projections.fact.Members.PolicyValue;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The policy of a day, and where each of its values comes from.
 *
 * @param sources the fact that set a value, by written key; none for a default
 */
public record PolicyInForce(Policy policy, Map<String, PolicyValue> sources) {

    /** The position of the event that set a value; none where it is a default. */
    public Stream<Long> evidence(PolicyKey key) {
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
