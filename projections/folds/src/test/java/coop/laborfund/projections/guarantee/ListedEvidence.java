package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.policy.PolicyKey;
import coop.laborfund.projections.fact.Advances.AdvanceExtension;
import coop.laborfund.projections.fact.CollectiveIncome.VillageIncome;
import coop.laborfund.projections.fact.Dividends.DividendAmount;
import coop.laborfund.projections.fact.Dividends.DividendKind;
import coop.laborfund.projections.fact.Fact;
import coop.laborfund.projections.fact.Journal.JournalLine;
import coop.laborfund.projections.fact.Labor.HouseholdIncome;
import coop.laborfund.projections.fact.Labor.Wage;
import coop.laborfund.projections.fact.Members.Admission;
import coop.laborfund.projections.fact.Members.PolicyValue;
import coop.laborfund.projections.fact.Members.SizeChange;
import coop.laborfund.projections.fact.Payouts.Payout;
import coop.laborfund.projections.query.FactSource;
import coop.laborfund.projections.query.Scope;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The evidence looked up anew in whole lists of facts: what the fold of evidence must equal. */
final class ListedEvidence {

    private static final Set<String> WHOLE_ACCOUNTS = Set.of("102", "113", "222", "301");

    private final FactSource facts;
    private final Scope scope;
    private final int year;
    private final LocalDate day;

    private ListedEvidence(FactSource facts, Scope scope, JudgedYear judged) {
        this.facts = facts;
        this.scope = scope;
        year = judged.year();
        day = judged.day();
    }

    static VerdictEvidence of(FactSource facts, Scope scope, GuaranteeFigures figures) {
        return new ListedEvidence(facts, scope, figures.year()).evidence(figures);
    }

    private VerdictEvidence evidence(GuaranteeFigures figures) {
        List<PolicyValue> values = facts.counted(PolicyValue.class, scope);
        PolicyInForce today = PolicyInForce.on(scope.asOf(), values);
        PolicyInForce policy = PolicyInForce.on(day, values);
        List<Long> ofPolicy = Stream.concat(
                        policy.evidence(PolicyKey.STABLE_MONTHS), policy.evidence(PolicyKey.INCOME_LINE, year))
                .toList();
        Map<String, SortedSet<Long>> households = new TreeMap<>();
        figures.employment()
                .households()
                .forEach(judged -> households.put(
                        judged.household(), set(List.of(ofPolicy.stream(), household(judged.household())))));
        return new VerdictEvidence(
                set(List.of(
                        positions(JournalLine.class, ListedEvidence::entersCapital),
                        positions(AdvanceExtension.class, extension -> true),
                        today.evidence(PolicyKey.ADVANCE_GRACE_DAYS),
                        today.evidence(PolicyKey.RESERVE_RATE))),
                set(List.of(
                        positions(
                                VillageIncome.class,
                                income -> income.source() != IncomeSource.SUBSIDY
                                        && income.date().getYear() == year),
                        positions(
                                Payout.class,
                                payout -> payout.guarantee() == Guarantee.COLLECTIVE_INCOME && payout.year() == year),
                        policy.evidence(PolicyKey.COLLECTIVE_TARGET, year))),
                set(List.of(households.values().stream().flatMap(Set::stream), ofPolicy.stream())),
                households);
    }

    private static boolean entersCapital(JournalLine line) {
        return WHOLE_ACCOUNTS.contains(line.account())
                || (line.account().equals("211") && !line.sub().startsWith("deposit:"))
                || (line.account().equals("322") && line.sub().equals("risk"));
    }

    private Stream<Long> household(String id) {
        Stream<Long> resized = facts.counted(SizeChange.class, scope).stream()
                .filter(change ->
                        change.household().equals(id) && !change.date().isAfter(day))
                .max(Comparator.comparing(SizeChange::date).thenComparingLong(SizeChange::position))
                .map(SizeChange::position)
                .stream();
        return Stream.of(
                        resized,
                        positions(
                                Admission.class,
                                admission -> admission.household().equals(id)),
                        positions(
                                Wage.class,
                                wage -> wage.household().equals(id)
                                        && wage.month().getYear() == year),
                        positions(
                                HouseholdIncome.class,
                                income -> income.household().equals(id) && income.year() == year),
                        positions(
                                DividendAmount.class,
                                line -> line.household().equals(id)
                                        && line.kind() != DividendKind.DECLARED
                                        && line.date().getYear() == year),
                        positions(
                                Payout.class,
                                payout -> payout.guarantee() == Guarantee.EMPLOYMENT_INCOME
                                        && payout.year() == year
                                        && id.equals(payout.household())))
                .flatMap(some -> some);
    }

    private <F extends Fact> Stream<Long> positions(Class<F> kind, Predicate<F> filter) {
        return facts.counted(kind, scope).stream().filter(filter).map(Fact::position);
    }

    private static SortedSet<Long> set(List<Stream<Long>> positions) {
        return positions.stream().flatMap(some -> some).collect(Collectors.toCollection(TreeSet::new));
    }
}
