package coop.laborfund.projections.finding;

import coop.laborfund.projections.query.Scope;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was found in a fund's history.
 *
 * @param findings by the number of their rule, those of one rule by date
 * @param noData the numbers of the rules that could not be asked, because nothing is recorded that they are about
 */
public record Findings(Scope scope, List<Finding> findings, SortedSet<Integer> noData) {

    /** How many rules there are. */
    public static final int RULES = 33;

    /** The rules that rest on a register of persons beside the history: no event speaks of those. */
    private static final Set<Integer> OF_PERSONS = Set.of(3, 4, 26);

    public Findings {
        findings = List.copyOf(findings);
    }

    /** What comes of the events alone: the rules about persons are neither asked nor said to lack data. */
    public Findings ofEventsAlone() {
        SortedSet<Integer> lacking = new TreeSet<>(noData);
        lacking.removeAll(OF_PERSONS);
        return new Findings(
                scope,
                findings.stream()
                        .filter(finding -> !OF_PERSONS.contains(finding.what().number()))
                        .toList(),
                lacking);
    }

    /** How many rules were asked. */
    public int asked() {
        return RULES - noData.size();
    }

    public List<Finding> of(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.what().severity() == severity)
                .toList();
    }
}
