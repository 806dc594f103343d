package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.policy.Policy;
import coop.laborfund.ledger.policy.PolicyBook;
import coop.laborfund.ledger.policy.PolicyBook.Change;
import coop.laborfund.ledger.policy.PolicyKey;
import coop.laborfund.projections.fact.Advances.AdvanceExtension;
import coop.laborfund.projections.fact.Advances.AdvanceTerms;
import coop.laborfund.projections.fact.Members.PolicyValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All policy values that count. What is in force on a day is worked out once: households ask by the day they joined on. */
public final class Policies {

    private final List<PolicyValue> values;
    private final PolicyBook book;
    private final Map<LocalDate, PolicyInForce> days = new HashMap<>();

    /**
     * @param values in the order of recording
     */
    public Policies(List<PolicyValue> values) {
        this.values = values;
        book = new PolicyBook(values.stream()
                .map(value -> new Change(value.date(), new TreeMap<>(Map.of(value.key(), value.value()))))
                .toList());
    }

    /** What is in force on a day. */
    public PolicyInForce on(LocalDate day) {
        return days.computeIfAbsent(day, this::inForce);
    }

    private PolicyInForce inForce(LocalDate day) {
        Map<String, PolicyValue> sources = values.stream()
                .filter(value -> !value.date().isAfter(day))
                .collect(Collectors.toMap(PolicyValue::key, value -> value, PolicyValue::later));
        return new PolicyInForce(book.on(day), sources);
    }

    /** What a year's verdicts go by: the values of its day, but the amounts of years, which are often published late, of today. */
    PolicyInForce of(JudgedYear year) {
        PolicyInForce day = on(year.day());
        PolicyInForce today = on(year.asOf());
        return new PolicyInForce(
                new Policy(merged(day.policy().values(), today.policy().values())),
                merged(day.sources(), today.sources()));
    }

    private static <V> SortedMap<String, V> merged(Map<String, V> day, Map<String, V> today) {
        SortedMap<String, V> values = new TreeMap<>();
        day.forEach((key, value) -> {
            if (!isOfYear(key)) {
                values.put(key, value);
            }
        });
        today.forEach((key, value) -> {
            if (isOfYear(key)) {
                values.put(key, value);
            }
        });
        return values;
    }

    private static boolean isOfYear(String writtenKey) {
        return writtenKey.indexOf('.') >= 0;
    }

    /** Whether what began on a day is judged for a year, by the policy of that day, or for the next at the earliest. */
    boolean inTime(LocalDate begun, int year) {
        return !begun.isAfter(
                on(begun).policy().monthDay(PolicyKey.FIRST_YEAR_BY).atYear(year));
    }

    /**
     * An advance's own due date and those that replaced it one after the other; it is judged by the last. An extension given after
     * the grace has run out does not make it good again.
     *
     * @param extended its extensions, in the order of recording
     */
    public List<LocalDate> dues(AdvanceTerms terms, List<AdvanceExtension> extended) {
        List<LocalDate> dues = new ArrayList<>(List.of(terms.due()));
        for (AdvanceExtension extension : extended) {
            if (!extension.date().isAfter(goodUntil(dues.getLast()))) {
                dues.add(extension.due());
            }
        }
        return dues;
    }

    /** The last day on which an advance due on a day counts as good, by the grace in force on that day. */
    public LocalDate goodUntil(LocalDate due) {
        return due.plusDays(on(due).policy().whole(PolicyKey.ADVANCE_GRACE_DAYS));
    }
}
