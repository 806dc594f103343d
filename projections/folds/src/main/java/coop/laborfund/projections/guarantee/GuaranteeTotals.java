package coop.laborfund.projections.guarantee;

import static coop.laborfund.ledger.policy.PolicyKey.COLLECTIVE_TARGET;
import static coop.laborfund.ledger.policy.PolicyKey.INCOME_LINE;
import static coop.laborfund.ledger.policy.PolicyKey.RESERVE_RATE;
import static coop.laborfund.ledger.policy.PolicyKey.STABLE_MONTHS;
import static coop.laborfund.ledger.policy.PolicyKey.STABLE_WAGE;
import static java.util.Comparator.comparing;

import coop.laborfund.ledger.event.Ids;
import coop.laborfund.ledger.event.LossSource;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.policy.Policy;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.Subs;
import coop.laborfund.projections.fact.Advances.AdvanceExtension;
import coop.laborfund.projections.fact.Advances.AdvanceTerms;
import coop.laborfund.projections.fact.Members.Admission;
import coop.laborfund.projections.fact.Members.Departure;
import coop.laborfund.projections.fact.Members.FundOpening;
import coop.laborfund.projections.fact.Members.PolicyValue;
import coop.laborfund.projections.fact.Members.SizeChange;
import coop.laborfund.projections.fact.Shares.LossAllocation;
import coop.laborfund.projections.fold.Kept;
import coop.laborfund.projections.guarantee.EmploymentFigures.Household;
import coop.laborfund.projections.query.Balance;
import coop.laborfund.projections.query.Scope;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a {@link GuaranteeFold} has added up, and the figures of a year and a day that come of it. */
public final class GuaranteeTotals {

    final Kept<FundOpening> openings = new Kept<>();
    final Kept<PolicyValue> policies = new Kept<>();
    final Kept<AdvanceTerms> advances = new Kept<>();
    final Kept<AdvanceExtension> extensions = new Kept<>();
    final Kept<LossAllocation> losses = new Kept<>();
    final Kept<Admission> admissions = new Kept<>();
    final Kept<SizeChange> sizeChanges = new Kept<>();
    final Kept<Departure> departures = new Kept<>();
    final VillageHoldings village = new VillageHoldings();
    private final Map<Integer, YearTotals> years = new HashMap<>();

    YearTotals of(int year) {
        return years.computeIfAbsent(year, any -> new YearTotals());
    }

    /** When the fund was opened. */
    public Optional<LocalDate> opened() {
        return openings.all().stream().findFirst().map(FundOpening::date);
    }

    /**
     * The figures of a year.
     *
     * @param scope that of the facts which were added up
     * @param balances of the same scope
     * @return empty where the fund was not open at the scope's position
     */
    public Optional<GuaranteeFigures> figures(Scope scope, int year, List<Balance> balances) {
        return openings.all().stream().findFirst().map(opening -> {
            Policies rules = new Policies(policies.all());
            JudgedYear judged = new JudgedYear(year, scope.asOf(), opening.date(), rules.inTime(opening.date(), year));
            YearTotals totals = years.getOrDefault(year, new YearTotals());
            Policy policy = rules.of(judged).policy();
            return new GuaranteeFigures(
                    scope.fund(),
                    judged,
                    scope.knownAt(),
                    policy.values(),
                    capital(scope.asOf(), rules, new Books(balances)),
                    new CollectiveFigures(
                            opening.village(),
                            totals.earned(),
                            village.unremitted(year),
                            totals.villagePaid(),
                            policy.moneyOf(COLLECTIVE_TARGET, year)),
                    new EmploymentFigures(
                            policy.whole(STABLE_MONTHS),
                            policy.money(STABLE_WAGE),
                            policy.moneyOf(INCOME_LINE, year),
                            households(judged, rules, totals)));
        });
    }

    private CapitalFigures capital(LocalDate day, Policies rules, Books books) {
        Map<String, List<AdvanceExtension>> extended =
                extensions.all().stream().collect(Collectors.groupingBy(AdvanceExtension::advance));
        return new CapitalFigures(
                books.of(Account.SHARES).negate(),
                allocated(day),
                books.of(Account.BANK),
                books.of(Account.DIVIDENDS_PAYABLE)
                        .plus(books.of(Account.PAYABLES))
                        .negate(),
                books.of(Account.ADVANCES),
                books.reserve(),
                advances.all().stream()
                        .map(terms -> advance(terms, extended.getOrDefault(terms.advance(), List.of()), rules, books))
                        .toList(),
                books.deposits(),
                rules.on(day).policy().percent(RESERVE_RATE));
    }

    /** Losses shared out to the households in the year of a day: who lost capital then has not had it kept safe. */
    private Fen allocated(LocalDate day) {
        return losses.all().stream()
                .filter(loss ->
                        loss.source() == LossSource.SHARES && loss.date().getYear() == day.getYear())
                .map(LossAllocation::amount)
                .reduce(Fen.ZERO, Fen::plus);
    }

    private static CapitalFigures.Advance advance(
            AdvanceTerms terms, List<AdvanceExtension> extended, Policies rules, Books books) {
        List<LocalDate> dues = rules.dues(terms, extended);
        return new CapitalFigures.Advance(
                terms.company(),
                terms.advance(),
                books.of(Account.ADVANCES, Subs.advance(terms.company(), terms.advance())),
                dues,
                rules.goodUntil(dues.getLast()));
    }

    /** The households admitted, and not left, by the year's day. */
    private List<Household> households(JudgedYear year, Policies rules, YearTotals totals) {
        LocalDate day = year.day();
        Set<String> left = departures.all().stream()
                .filter(departure -> !departure.date().isAfter(day))
                .map(Departure::household)
                .collect(Collectors.toSet());
        Map<String, SizeChange> resized = new HashMap<>();
        sizeChanges.all().stream()
                .filter(change -> !change.date().isAfter(day))
                .forEach(change -> resized.merge(change.household(), change, SizeChange::later));
        return admissions.all().stream()
                .filter(admission -> !admission.date().isAfter(day) && !left.contains(admission.household()))
                .sorted(comparing(Admission::household, Ids.ORDER))
                .map(admission -> totals.household(
                        admission.household(), size(admission, resized), rules.inTime(admission.date(), year.year())))
                .toList();
    }

    private static int size(Admission admission, Map<String, SizeChange> resized) {
        SizeChange last = resized.get(admission.household());
        return last == null ? admission.size() : last.size();
    }
}
