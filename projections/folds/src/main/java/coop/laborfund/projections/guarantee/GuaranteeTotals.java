package coop.laborfund.projections.guarantee;

import static coop.laborfund.ledger.policy.PolicyKey.ADVANCE_GRACE_DAYS;
import static coop.laborfund.ledger.policy.PolicyKey.COLLECTIVE_TARGET;
import static coop.laborfund.ledger.policy.PolicyKey.INCOME_LINE;
import static coop.laborfund.ledger.policy.PolicyKey.RESERVE_RATE;
import static coop.laborfund.ledger.policy.PolicyKey.STABLE_MONTHS;
import static java.util.Comparator.comparing;

import coop.laborfund.ledger.event.Ids;
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
    final Kept<Admission> admissions = new Kept<>();
    final Kept<SizeChange> sizeChanges = new Kept<>();
    final Kept<Departure> departures = new Kept<>();
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
            JudgedYear judged = new JudgedYear(year, scope.asOf(), opening.date());
            YearTotals totals = years.getOrDefault(year, new YearTotals());
            Policy policy = PolicyInForce.on(judged.day(), policies.all()).policy();
            return new GuaranteeFigures(
                    scope.fund(),
                    judged,
                    scope.knownAt(),
                    policy.values(),
                    capital(scope.asOf(), new Books(balances)),
                    new CollectiveFigures(
                            opening.village(),
                            totals.earned(),
                            totals.villagePaid(),
                            policy.moneyOf(COLLECTIVE_TARGET, year)),
                    new EmploymentFigures(
                            policy.whole(STABLE_MONTHS),
                            policy.moneyOf(INCOME_LINE, year),
                            households(judged.day(), totals)));
        });
    }

    private CapitalFigures capital(LocalDate day, Books books) {
        Policy policy = PolicyInForce.on(day, policies.all()).policy();
        Map<String, List<AdvanceExtension>> extended =
                extensions.all().stream().collect(Collectors.groupingBy(AdvanceExtension::advance));
        return new CapitalFigures(
                day,
                books.of(Account.SHARES).negate(),
                books.of(Account.BANK),
                books.of(Account.DIVIDENDS_PAYABLE)
                        .plus(books.of(Account.PAYABLES, sub -> !Subs.isDeposit(sub)))
                        .negate(),
                books.of(Account.ADVANCES),
                books.of(Account.RESERVE, Subs.RISK).negate(),
                advances.all().stream()
                        .map(terms -> advance(terms, extended.getOrDefault(terms.advance(), List.of()), books))
                        .toList(),
                policy.whole(ADVANCE_GRACE_DAYS),
                policy.percent(RESERVE_RATE));
    }

    private static CapitalFigures.Advance advance(AdvanceTerms terms, List<AdvanceExtension> extended, Books books) {
        return new CapitalFigures.Advance(
                terms.company(),
                terms.advance(),
                books.of(Account.ADVANCES, Subs.advance(terms.company(), terms.advance())),
                AdvanceExtension.due(terms, extended));
    }

    /** The households admitted, and not left, by a day. */
    private List<Household> households(LocalDate day, YearTotals totals) {
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
                .map(admission -> totals.household(admission.household(), size(admission, resized)))
                .toList();
    }

    private static int size(Admission admission, Map<String, SizeChange> resized) {
        SizeChange last = resized.get(admission.household());
        return last == null ? admission.size() : last.size();
    }
}
