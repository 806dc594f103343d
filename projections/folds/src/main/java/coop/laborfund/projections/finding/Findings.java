package coop.laborfund.projections.finding;

import coop.laborfund.projections.query.Scope;
import java.util.List;
import java.util.SortedSet;

/**
 * What was found in a fund's history.
 *
 * @param findings by the number of their rule, those of one rule by date
 * @param noData the numbers of the rules that could not be asked, because nothing is recorded that they are about
 */
public record Findings(Scope scope, List<Finding> findings, SortedSet<Integer> noData) {

    /** How many rules there are. */
    public static final int RULES = 33;

    public Findings {
        findings = List.copyOf(findings);
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
