package coop.laborfund.projections.guarantee;

import static coop.laborfund.ledger.policy.PolicyKey.INCOME_LINE;
import static coop.laborfund.ledger.policy.PolicyKey.STABLE_MONTHS;
import static java.util.Comparator.comparing;

import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.event.Ids;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.fact.Dividends.DividendAmount;
import coop.laborfund.projections.fact.Labor.HouseholdIncome;
import coop.laborfund.projections.fact.Labor.Wage;
import coop.laborfund.projections.fact.Members.Admission;
import coop.laborfund.projections.fact.Members.Departure;
import coop.laborfund.projections.fact.Members.SizeChange;
import coop.laborfund.projections.fact.Payouts.Payout;
import coop.laborfund.projections.guarantee.EmploymentIncome.HouseholdVerdict;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges the households' employment and income (就业增收). */
final class EmploymentJudge {

    private final GuaranteeFacts facts;
    private final int stableMonths;
    private final Fen linePerHead;
    private final SortedSet<Long> policyEvidence;
    private final Map<String, List<Wage>> wages;
    private final Map<String, List<HouseholdIncome>> income;
    private final Map<String, List<DividendAmount>> dividends;
    private final Map<String, List<Payout>> payouts;
    private final Map<String, List<SizeChange>> sizeChanges;

    private EmploymentJudge(GuaranteeFacts facts, PolicyInForce policy) {
        this.facts = facts;
        stableMonths = policy.policy().whole(STABLE_MONTHS);
        linePerHead = policy.policy().moneyOf(INCOME_LINE, facts.year());
        policyEvidence =
                Judge.evidence(List.of(policy.evidence(STABLE_MONTHS), policy.evidence(INCOME_LINE, facts.year())));
        wages = byHousehold(facts.wages().stream(), Wage::household);
        income = byHousehold(facts.householdIncome().stream(), HouseholdIncome::household);
        dividends = byHousehold(
                facts.dividends().stream().filter(line -> switch (line.kind()) {
                    case DECLARED -> false;
                    case PAID, RETURNED -> true;
                }),
                DividendAmount::household);
        payouts = byHousehold(
                facts.payouts(Guarantee.EMPLOYMENT_INCOME).stream(),
                payout -> payout.household() == null ? "" : payout.household());
        sizeChanges = byHousehold(
                facts.sizeChanges().stream().filter(change -> !change.date().isAfter(facts.yearsDay())),
                SizeChange::household);
    }

    static EmploymentIncome judge(GuaranteeFacts facts, PolicyInForce policy) {
        return new EmploymentJudge(facts, policy).judge();
    }

    private EmploymentIncome judge() {
        List<HouseholdVerdict> households = members().map(this::household).toList();
        List<Verdict> verdicts =
                households.stream().map(HouseholdVerdict::verdict).toList();
        Stream<Long> evidence = households.stream().flatMap(household -> household.evidence().stream());
        return new EmploymentIncome(
                facts.notStarted() ? Verdict.NOT_STARTED : Verdict.worst(verdicts),
                Math.toIntExact(verdicts.stream().filter(Verdict::satisfied).count()),
                Judge.sum(households, HouseholdVerdict::shortfall),
                Judge.evidence(List.of(evidence, policyEvidence.stream())),
                households);
    }

    /** The households admitted, and not left, by the day. */
    private Stream<Admission> members() {
        Set<String> left = facts.departures().stream()
                .filter(departure -> !departure.date().isAfter(facts.yearsDay()))
                .map(Departure::household)
                .collect(Collectors.toSet());
        return facts.admissions().stream()
                .filter(admission ->
                        !admission.date().isAfter(facts.yearsDay()) && !left.contains(admission.household()))
                .sorted(comparing(Admission::household, Ids.ORDER));
    }

    private HouseholdVerdict household(Admission admission) {
        String id = admission.household();
        Optional<SizeChange> resized = of(sizeChanges, id).stream().reduce(SizeChange::later);
        Fen line = times(linePerHead, resized.map(SizeChange::size).orElse(admission.size()));
        int months = mostMonths(of(wages, id));
        Fen earned = Judge.sum(of(wages, id), Wage::amount)
                .plus(Judge.sum(of(income, id), HouseholdIncome::amount))
                .plus(Judge.sum(of(dividends, id), EmploymentJudge::received));
        Fen paid = Judge.sum(of(payouts, id), Payout::amount);
        return new HouseholdVerdict(
                id,
                verdict(months, earned, earned.plus(paid), line),
                months,
                earned,
                paid,
                line,
                Judge.lacking(line, earned.plus(paid)),
                Math.max(0, stableMonths - months),
                Judge.evidence(List.of(
                        policyEvidence.stream(),
                        Stream.of(admission.position()),
                        resized.stream().map(SizeChange::position),
                        Judge.positions(of(wages, id)),
                        Judge.positions(of(income, id)),
                        Judge.positions(of(dividends, id)),
                        Judge.positions(of(payouts, id)))));
    }

    private Verdict verdict(int months, Fen earned, Fen withPaid, Fen line) {
        if (facts.notStarted()) {
            return Verdict.NOT_STARTED;
        }
        if (months >= stableMonths && !line.exceeds(earned)) {
            return Verdict.MET;
        }
        if (months >= stableMonths && !line.exceeds(withPaid)) {
            return Verdict.MET_BY_PAYOUT;
        }
        if (facts.yearIsOver()) {
            return Verdict.BREACHED;
        }
        ShareOfYear share = ShareOfYear.on(facts.asOf(), facts.year());
        return share.isReached(months, stableMonths) && share.isReached(withPaid.value(), line.value())
                ? Verdict.ON_TRACK
                : Verdict.AT_RISK;
    }

    /** Distinct months, worker by worker: two employers in a month prove it once, two workers' months are not added. */
    private static int mostMonths(Collection<Wage> wages) {
        Map<String, Set<YearMonth>> months = new HashMap<>();
        wages.forEach(wage ->
                months.computeIfAbsent(wage.worker(), worker -> new HashSet<>()).add(wage.month()));
        return months.values().stream().mapToInt(Set::size).max().orElse(0);
    }

    private static Fen received(DividendAmount dividend) {
        return switch (dividend.kind()) {
            case DECLARED -> Fen.ZERO;
            case PAID -> dividend.amount();
            case RETURNED -> dividend.amount().negate();
        };
    }

    private static Fen times(Fen amount, int size) {
        return Fen.of(Math.multiplyExact(amount.value(), (long) size));
    }

    private static <T> Map<String, List<T>> byHousehold(Stream<T> rows, Function<T, String> household) {
        return rows.collect(Collectors.groupingBy(household));
    }

    private static <T> List<T> of(Map<String, List<T>> rows, String household) {
        return rows.getOrDefault(household, List.of());
    }
}
