package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.event.IncomeRoute;
import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.policy.Policy;
import coop.laborfund.ledger.policy.PolicyKey;
import coop.laborfund.projections.fact.Advances.AdvanceExtension;
import coop.laborfund.projections.fact.CollectiveIncome.Remittance;
import coop.laborfund.projections.fact.CollectiveIncome.VillageIncome;
import coop.laborfund.projections.fact.Dividends.DividendAmount;
import coop.laborfund.projections.fact.Dividends.DividendKind;
import coop.laborfund.projections.fact.Fact;
import coop.laborfund.projections.fact.Journal.JournalLine;
import coop.laborfund.projections.fact.Labor.HouseholdIncome;
import coop.laborfund.projections.fact.Labor.Wage;
import coop.laborfund.projections.fact.Members.Admission;
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

    private static final Set<String> WHOLE_ACCOUNTS = Set.of("102", "113", "211", "222", "301");

    private final FactSource facts;
    private final Scope scope;
    private final int year;
    private final LocalDate day;
    private final LocalDate opened;
    private final ListedPolicies policies;

    private ListedEvidence(FactSource facts, Scope scope, JudgedYear judged) {
        this.facts = facts;
        this.scope = scope;
        year = judged.year();
        day = judged.day();
        opened = judged.opened();
        policies = ListedPolicies.of(facts, scope);
    }

    static VerdictEvidence of(FactSource facts, Scope scope, GuaranteeFigures figures) {
        return new ListedEvidence(facts, scope, figures.year()).evidence(figures);
    }

    private VerdictEvidence evidence(GuaranteeFigures figures) {
        LocalDate today = scope.asOf();
        Policy years = policies.on(today);
        List<Long> ofPolicy = join(List.of(
                        policies.source(day, "stableMonths"),
                        policies.source(day, "stableWage"),
                        policies.source(today, years.keyOf(PolicyKey.INCOME_LINE, year)),
                        policies.source(opened, "firstYearBy")))
                .toList();
        Map<String, SortedSet<Long>> households = new TreeMap<>();
        Set<Long> ofJudged = new TreeSet<>(ofPolicy);
        figures.employment().households().forEach(household -> {
            SortedSet<Long> own = set(List.of(ofPolicy.stream(), household(household.household())));
            households.put(household.household(), own);
            if (household.joinedInTime() && !figures.year().notStarted()) {
                ofJudged.addAll(own);
            }
        });
        return new VerdictEvidence(
                set(List.of(
                        positions(JournalLine.class, ListedEvidence::entersCapital),
                        positions(AdvanceExtension.class, extension -> true),
                        figures.capital().advances().stream()
                                .flatMap(advance -> advance.dues().stream())
                                .flatMap(due -> policies.source(due, "advanceGraceDays")),
                        policies.source(today, "reserveRate"))),
                set(List.of(
                        positions(VillageIncome.class, this::isEarned),
                        settled(),
                        positions(
                                Payout.class,
                                payout -> payout.guarantee() == Guarantee.COLLECTIVE_INCOME && payout.year() == year),
                        policies.source(today, years.keyOf(PolicyKey.COLLECTIVE_TARGET, year)),
                        policies.source(opened, "firstYearBy"))),
                set(List.of(ofJudged.stream())),
                households);
    }

    private boolean isEarned(VillageIncome income) {
        return income.source() != IncomeSource.SUBSIDY && income.date().getYear() == year;
    }

    private static boolean isHeld(VillageIncome income) {
        return income.source() == IncomeSource.FUND_RETURN || income.route() == IncomeRoute.FUND;
    }

    private Stream<Long> settled() {
        boolean none = positions(VillageIncome.class, income -> isHeld(income) && isEarned(income))
                .findAny()
                .isEmpty();
        return none
                ? Stream.empty()
                : join(List.of(
                        positions(
                                VillageIncome.class,
                                income -> isHeld(income) && income.date().getYear() <= year),
                        positions(Remittance.class, any -> true)));
    }

    private static boolean entersCapital(JournalLine line) {
        return WHOLE_ACCOUNTS.contains(line.account())
                || (Set.of("235", "311", "322").contains(line.account())
                        && line.sub().equals("risk"));
    }

    private Stream<Long> household(String id) {
        Stream<Long> resized = facts.counted(SizeChange.class, scope).stream()
                .filter(change ->
                        change.household().equals(id) && !change.date().isAfter(day))
                .max(Comparator.comparing(SizeChange::date).thenComparingLong(SizeChange::position))
                .map(SizeChange::position)
                .stream();
        return join(List.of(
                resized,
                admitted(id).flatMap(admission -> policies.source(admission, "firstYearBy")),
                positions(Admission.class, admission -> admission.household().equals(id)),
                positions(
                        Wage.class,
                        wage -> wage.household().equals(id) && wage.month().getYear() == year),
                positions(HouseholdIncome.class, income -> income.household().equals(id) && income.year() == year),
                positions(
                        DividendAmount.class,
                        line -> line.household().equals(id)
                                && line.kind() != DividendKind.DECLARED
                                && line.date().getYear() == year),
                positions(
                        Payout.class,
                        payout -> payout.guarantee() == Guarantee.EMPLOYMENT_INCOME
                                && payout.year() == year
                                && id.equals(payout.household()))));
    }

    private Stream<LocalDate> admitted(String id) {
        return facts.counted(Admission.class, scope).stream()
                .filter(admission -> admission.household().equals(id))
                .map(Admission::date);
    }

    private <F extends Fact> Stream<Long> positions(Class<F> kind, Predicate<F> filter) {
        return facts.counted(kind, scope).stream().filter(filter).map(Fact::position);
    }

    private static SortedSet<Long> set(List<Stream<Long>> positions) {
        return join(positions).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Long> join(List<Stream<Long>> some) {
        return some.stream().flatMap(positions -> positions);
    }
}
