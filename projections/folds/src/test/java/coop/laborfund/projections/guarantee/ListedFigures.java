package coop.laborfund.projections.guarantee;

import static java.util.Comparator.comparing;

import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.event.Ids;
import coop.laborfund.ledger.event.IncomeRoute;
import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.event.LossSource;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.policy.Policy;
import coop.laborfund.ledger.policy.PolicyKey;
import coop.laborfund.projections.fact.Advances.AdvanceExtension;
import coop.laborfund.projections.fact.Advances.AdvanceTerms;
import coop.laborfund.projections.fact.CollectiveIncome.Remittance;
import coop.laborfund.projections.fact.CollectiveIncome.VillageIncome;
import coop.laborfund.projections.fact.Dividends.DividendAmount;
import coop.laborfund.projections.fact.Dividends.DividendKind;
import coop.laborfund.projections.fact.Fact;
import coop.laborfund.projections.fact.Journal.JournalLine;
import coop.laborfund.projections.fact.Labor.HouseholdIncome;
import coop.laborfund.projections.fact.Labor.Wage;
import coop.laborfund.projections.fact.Members.Admission;
import coop.laborfund.projections.fact.Members.Departure;
import coop.laborfund.projections.fact.Members.FundOpening;
import coop.laborfund.projections.fact.Members.SizeChange;
import coop.laborfund.projections.fact.Payouts.Payout;
import coop.laborfund.projections.fact.Shares.LossAllocation;
import coop.laborfund.projections.guarantee.EmploymentFigures.Household;
import coop.laborfund.projections.guarantee.EmploymentFigures.MonthWage;
import coop.laborfund.projections.guarantee.EmploymentFigures.Worker;
import coop.laborfund.projections.query.FactSource;
import coop.laborfund.projections.query.Scope;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures worked out anew from whole lists of facts, each by a sentence of the contract: what the folds must equal. */
final class ListedFigures {

    private final FactSource facts;
    private final Scope scope;
    private final int year;
    private final ListedPolicies policies;

    /** The earlier of the day and the year's last. */
    private final LocalDate day;

    private ListedFigures(FactSource facts, Scope scope, int year) {
        this.facts = facts;
        this.scope = scope;
        this.year = year;
        policies = ListedPolicies.of(facts, scope);
        LocalDate last = LocalDate.of(year, 12, 31);
        day = scope.asOf().isAfter(last) ? last : scope.asOf();
    }

    static Optional<GuaranteeFigures> of(FactSource facts, Scope scope, int year) {
        return facts.recorded(FundOpening.class, scope.onAnyDay()).stream()
                .findFirst()
                .map(opening -> new ListedFigures(facts, scope, year).figures(opening));
    }

    private GuaranteeFigures figures(FundOpening opening) {
        Policy policy = policies.on(day, scope.asOf());
        return new GuaranteeFigures(
                scope.fund(),
                new JudgedYear(year, scope.asOf(), opening.date(), inTime(opening.date())),
                scope.knownAt(),
                policy.values(),
                capital(),
                new CollectiveFigures(
                        opening.village(),
                        sum(VillageIncome.class, this::isEarned, VillageIncome::amount),
                        unremitted(),
                        sum(
                                Payout.class,
                                payout -> payout.guarantee() == Guarantee.COLLECTIVE_INCOME && payout.year() == year,
                                Payout::amount),
                        policy.moneyOf(PolicyKey.COLLECTIVE_TARGET, year)),
                new EmploymentFigures(
                        policy.whole(PolicyKey.STABLE_MONTHS),
                        policy.money(PolicyKey.STABLE_WAGE),
                        policy.moneyOf(PolicyKey.INCOME_LINE, year),
                        members().map(this::household).toList()));
    }

    private boolean inTime(LocalDate begun) {
        String last = policies.on(begun).values().get("firstYearBy");
        return begun.toString().compareTo(year + "-" + last) <= 0;
    }

    private boolean isEarned(VillageIncome income) {
        return income.source() != IncomeSource.SUBSIDY && income.date().getYear() == year;
    }

    /** Each amount that came to lie here, less what was handed over beyond all that came before it. */
    private Fen unremitted() {
        List<VillageIncome> held = facts.counted(VillageIncome.class, scope).stream()
                .filter(income -> income.source() == IncomeSource.FUND_RETURN || income.route() == IncomeRoute.FUND)
                .sorted(comparing(VillageIncome::date).thenComparingLong(VillageIncome::position))
                .toList();
        Fen remitted = sum(Remittance.class, any -> true, Remittance::amount);
        Fen unremitted = Fen.ZERO;
        for (int i = 0; i < held.size(); i++) {
            if (isEarned(held.get(i))) {
                long upToIt =
                        total(held.subList(0, i + 1), VillageIncome::amount).value() - remitted.value();
                unremitted = unremitted.plus(
                        Fen.of(Math.clamp(upToIt, 0, held.get(i).amount().value())));
            }
        }
        return unremitted;
    }

    private CapitalFigures capital() {
        Map<String, Fen> deposits = new TreeMap<>();
        facts.balances(scope).stream()
                .filter(balance -> balance.account().equals("211")
                        && balance.sub().startsWith("deposit:")
                        && balance.amount().isNegative())
                .forEach(balance -> deposits.put(
                        balance.sub().substring(8), balance.amount().negate()));
        return new CapitalFigures(
                balance("301", sub -> true).negate(),
                facts.counted(LossAllocation.class, scope).stream()
                        .filter(loss -> loss.source() == LossSource.SHARES)
                        .filter(loss -> loss.date().getYear() == scope.asOf().getYear())
                        .map(LossAllocation::amount)
                        .reduce(Fen.ZERO, Fen::plus),
                balance("102", sub -> true),
                balance("222", sub -> true).plus(balance("211", sub -> true)).negate(),
                balance("113", sub -> true),
                Stream.of("235", "311", "322")
                        .map(account -> balance(account, "risk"::equals))
                        .reduce(Fen.ZERO, Fen::minus),
                facts.counted(AdvanceTerms.class, scope).stream()
                        .map(this::advance)
                        .toList(),
                deposits,
                policies.on(scope.asOf()).percent(PolicyKey.RESERVE_RATE));
    }

    private CapitalFigures.Advance advance(AdvanceTerms terms) {
        List<LocalDate> dues = new ArrayList<>();
        dues.add(terms.due());
        facts.counted(AdvanceExtension.class, scope).stream()
                .filter(extension -> extension.advance().equals(terms.advance()))
                .sorted(Comparator.comparingLong(AdvanceExtension::position))
                .forEach(extension -> {
                    LocalDate due = dues.getLast();
                    if (ChronoUnit.DAYS.between(due, extension.date()) <= grace(due)) {
                        dues.add(extension.due());
                    }
                });
        String sub = terms.company() + ":" + terms.advance();
        return new CapitalFigures.Advance(
                terms.company(),
                terms.advance(),
                balance("113", sub::equals),
                dues,
                dues.getLast().plusDays(grace(dues.getLast())));
    }

    private int grace(LocalDate due) {
        return policies.on(due).whole(PolicyKey.ADVANCE_GRACE_DAYS);
    }

    private Stream<Admission> members() {
        List<String> left = facts.counted(Departure.class, scope).stream()
                .filter(departure -> !departure.date().isAfter(day))
                .map(Departure::household)
                .toList();
        return facts.counted(Admission.class, scope).stream()
                .filter(admission -> !admission.date().isAfter(day) && !left.contains(admission.household()))
                .sorted(comparing(Admission::household, Ids.ORDER));
    }

    private Household household(Admission admission) {
        String id = admission.household();
        Fen wages = sum(Wage.class, wage -> isOf(wage, id), Wage::amount);
        Fen other = sum(
                HouseholdIncome.class,
                income -> income.household().equals(id) && income.year() == year,
                HouseholdIncome::amount);
        Fen paid = sum(DividendAmount.class, line -> isOf(line, id, DividendKind.PAID), DividendAmount::amount);
        Fen returned = sum(DividendAmount.class, line -> isOf(line, id, DividendKind.RETURNED), DividendAmount::amount);
        return new Household(
                id,
                lastSize(id).map(SizeChange::size).orElse(admission.size()),
                inTime(admission.date()),
                workers(id),
                wages.plus(other).plus(paid).minus(returned),
                sum(
                        Payout.class,
                        payout -> payout.guarantee() == Guarantee.EMPLOYMENT_INCOME
                                && payout.year() == year
                                && id.equals(payout.household()),
                        Payout::amount));
    }

    private Optional<SizeChange> lastSize(String household) {
        return facts.counted(SizeChange.class, scope).stream()
                .filter(change ->
                        change.household().equals(household) && !change.date().isAfter(day))
                .max(comparing(SizeChange::date).thenComparingLong(SizeChange::position));
    }

    private List<Worker> workers(String household) {
        TreeMap<String, TreeMap<YearMonth, Fen>> workers = facts.counted(Wage.class, scope).stream()
                .filter(wage -> isOf(wage, household))
                .collect(Collectors.groupingBy(
                        Wage::worker,
                        TreeMap::new,
                        Collectors.toMap(Wage::month, Wage::amount, Fen::plus, TreeMap::new)));
        return workers.entrySet().stream()
                .map(worker -> new Worker(
                        worker.getKey(),
                        worker.getValue().entrySet().stream()
                                .map(month -> new MonthWage(month.getKey().getMonthValue(), month.getValue()))
                                .toList()))
                .toList();
    }

    private boolean isOf(Wage wage, String household) {
        return wage.household().equals(household) && wage.month().getYear() == year;
    }

    private boolean isOf(DividendAmount line, String household, DividendKind kind) {
        return line.household().equals(household)
                && line.kind() == kind
                && line.date().getYear() == year;
    }

    private Fen balance(String account, Predicate<String> subs) {
        return total(
                facts.recorded(JournalLine.class, scope).stream()
                        .filter(line -> line.account().equals(account) && subs.test(line.sub()))
                        .toList(),
                JournalLine::amount);
    }

    private <F extends Fact> Fen sum(Class<F> kind, Predicate<F> filter, Function<F, Fen> amount) {
        return total(facts.counted(kind, scope).stream().filter(filter).toList(), amount);
    }

    private static <T> Fen total(Collection<T> rows, Function<T, Fen> amount) {
        return rows.stream().map(amount).reduce(Fen.ZERO, Fen::plus);
    }
}
