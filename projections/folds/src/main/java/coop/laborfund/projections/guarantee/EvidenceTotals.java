package coop.laborfund.projections.guarantee;

import static coop.laborfund.ledger.policy.PolicyKey.ADVANCE_GRACE_DAYS;
import static coop.laborfund.ledger.policy.PolicyKey.COLLECTIVE_TARGET;
import static coop.laborfund.ledger.policy.PolicyKey.FIRST_YEAR_BY;
import static coop.laborfund.ledger.policy.PolicyKey.INCOME_LINE;
import static coop.laborfund.ledger.policy.PolicyKey.RESERVE_RATE;
import static coop.laborfund.ledger.policy.PolicyKey.STABLE_MONTHS;
import static coop.laborfund.ledger.policy.PolicyKey.STABLE_WAGE;

import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.ledger.posting.Subs;
import coop.laborfund.projections.fact.CollectiveIncome.VillageIncome;
import coop.laborfund.projections.fact.Dividends.DividendAmount;
import coop.laborfund.projections.fact.Journal.JournalLine;
import coop.laborfund.projections.fact.Members.Admission;
import coop.laborfund.projections.fact.Members.PolicyValue;
import coop.laborfund.projections.fact.Members.SizeChange;
import coop.laborfund.projections.fact.Payouts.Payout;
import coop.laborfund.projections.fold.Kept;
import coop.laborfund.projections.guarantee.EmploymentFigures.Household;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an {@link EvidenceFold} has gathered, and what of it a year's verdicts rest on. */
public final class EvidenceTotals {

    private record HouseholdYear(int year, String household) {}

    final Kept<PolicyValue> policies = new Kept<>();
    final Kept<Admission> admissions = new Kept<>();
    final Kept<SizeChange> sizeChanges = new Kept<>();

    /** What moved one of the figures' accounts, and what moved a due date. */
    final Positions capital = new Positions();

    /** What was handed over of the village's money. */
    final Positions remittances = new Positions();

    /** What came to lie here of it, each with its date. */
    private final Kept<VillageIncome> held = new Kept<>();

    private final Map<Integer, Positions> village = new HashMap<>();
    private final Map<HouseholdYear, Positions> households = new HashMap<>();

    void count(JournalLine line, int sign) {
        if (entersCapital(ChartOfAccounts.heading(line.account()).account(), line.sub())) {
            capital.count(line, sign);
        }
    }

    void count(VillageIncome income, int sign) {
        if (income.isHeldHere()) {
            held.count(income, sign);
        }
        if (income.source() != IncomeSource.SUBSIDY) {
            village(YearOf.income(income)).count(income, sign);
        }
    }

    void count(Payout payout, int sign) {
        switch (payout.guarantee()) {
            case COLLECTIVE_INCOME -> village(YearOf.payout(payout)).count(payout, sign);
            case EMPLOYMENT_INCOME ->
                of(YearOf.payout(payout), Objects.requireNonNull(payout.household()))
                        .count(payout, sign);
            case CAPITAL_SAFETY -> {}
        }
    }

    void count(DividendAmount dividend, int sign) {
        switch (dividend.kind()) {
            case PAID, RETURNED ->
                of(YearOf.dividend(dividend), dividend.household()).count(dividend, sign);
            case DECLARED -> {}
        }
    }

    Positions of(int year, String household) {
        return households.computeIfAbsent(new HouseholdYear(year, household), any -> new Positions());
    }

    private Positions village(int year) {
        return village.computeIfAbsent(year, any -> new Positions());
    }

    private static boolean entersCapital(Account account, String sub) {
        return switch (account) {
            case BANK, ADVANCES, PAYABLES, DIVIDENDS_PAYABLE, SHARES -> true;
            case FISCAL_RESERVE, DONATED_RESERVE, SURPLUS_RESERVE -> sub.equals(Subs.RISK);
            case YEAR_RESULT, APPROPRIATION, RETURNS, OTHER_INCOME, EXPENSES_2007, EXPENSES, FINANCE, LOSSES -> false;
        };
    }

    /** What the verdicts by these figures rest on. */
    public VerdictEvidence of(GuaranteeFigures figures) {
        JudgedYear year = figures.year();
        Policies rules = new Policies(policies.all());
        PolicyInForce policy = rules.of(year);
        List<Long> ofOpening = rules.on(year.opened()).evidence(FIRST_YEAR_BY).toList();
        List<Long> ofPolicy = Stream.of(
                        ofOpening.stream(),
                        policy.evidence(STABLE_MONTHS),
                        policy.evidence(STABLE_WAGE),
                        policy.evidence(INCOME_LINE, year.year()))
                .flatMap(some -> some)
                .toList();
        Map<String, SortedSet<Long>> members = households(figures, rules, ofPolicy);
        return new VerdictEvidence(
                sorted(List.of(
                        capital.all(),
                        figures.capital().advances().stream()
                                .flatMap(advance -> advance.dues().stream())
                                .distinct()
                                .flatMap(due -> rules.on(due).evidence(ADVANCE_GRACE_DAYS)),
                        rules.on(year.asOf()).evidence(RESERVE_RATE))),
                sorted(List.of(
                        village(year.year()).all(),
                        settled(year.year()),
                        ofOpening.stream(),
                        policy.evidence(COLLECTIVE_TARGET, year.year()))),
                sorted(List.of(judged(figures, members), ofPolicy.stream())),
                members);
    }

    /** What says how much of a year's income is still here: what came to lie here by its end, and all that was handed over. */
    private Stream<Long> settled(int year) {
        List<VillageIncome> byItsEnd = held.all().stream()
                .filter(income -> YearOf.income(income) <= year)
                .toList();
        boolean ofTheYear = byItsEnd.stream()
                .anyMatch(income -> YearOf.income(income) == year && income.source() != IncomeSource.SUBSIDY);
        return ofTheYear
                ? Stream.concat(byItsEnd.stream().map(VillageIncome::position), remittances.all())
                : Stream.empty();
    }

    private static Stream<Long> judged(GuaranteeFigures figures, Map<String, SortedSet<Long>> members) {
        return figures.employment().households().stream()
                .filter(household -> household.isJudgedFor(figures.year()))
                .flatMap(household -> Objects.requireNonNull(members.get(household.household())).stream());
    }

    private Map<String, SortedSet<Long>> households(GuaranteeFigures figures, Policies rules, List<Long> ofPolicy) {
        LocalDate day = figures.year().day();
        Map<String, Admission> admitted = admissions.all().stream()
                .collect(Collectors.toMap(Admission::household, admission -> admission, (first, again) -> first));
        Map<String, SizeChange> resized = sizeChanges.all().stream()
                .filter(change -> !change.date().isAfter(day))
                .collect(Collectors.toMap(SizeChange::household, change -> change, SizeChange::later));
        Map<String, SortedSet<Long>> evidence = new TreeMap<>();
        for (Household member : figures.employment().households()) {
            String id = member.household();
            Admission admission = Objects.requireNonNull(admitted.get(id));
            evidence.put(
                    id,
                    sorted(List.of(
                            ofPolicy.stream(),
                            rules.on(admission.date()).evidence(FIRST_YEAR_BY),
                            Stream.of(admission.position()),
                            Stream.ofNullable(resized.get(id)).map(SizeChange::position),
                            of(figures.year().year(), id).all())));
        }
        return evidence;
    }

    private static SortedSet<Long> sorted(List<Stream<Long>> positions) {
        return positions.stream().flatMap(some -> some).collect(Collectors.toCollection(TreeSet::new));
    }
}
