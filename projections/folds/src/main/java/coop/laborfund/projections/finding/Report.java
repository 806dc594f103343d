package coop.laborfund.projections.finding;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.query.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Gathers what is found. */
final class Report {

    private static final Comparator<Finding> ORDER = Comparator.comparingInt(
                    (Finding finding) -> finding.what().number())
            .thenComparing(Finding::what)
            .thenComparing(Finding::since)
            .thenComparingLong(Report::firstEvidence)
            .thenComparing(finding -> finding.details().toString());

    private final List<Finding> findings = new ArrayList<>();
    private final SortedSet<Integer> noData = new TreeSet<>();

    private static long firstEvidence(Finding finding) {
        return finding.evidence().isEmpty() ? 0 : finding.evidence().getFirst();
    }

    void add(What what, LocalDate since, Fen amount, Collection<Long> evidence, Object... details) {
        findings.add(new Finding(what, since, amount, List.of(details), List.copyOf(evidence)));
    }

    /** A rule, or a part of it, could not be asked. */
    void noData(int rule) {
        noData.add(rule);
    }

    /** A rule of which a part found something was asked, whatever its other part lacks. */
    Findings of(Scope scope) {
        findings.forEach(finding -> noData.remove(finding.what().number()));
        return new Findings(scope, findings.stream().sorted(ORDER).toList(), noData);
    }
}
