package coop.laborfund.projections.forecast;

import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.projections.fold.Fold;
import coop.laborfund.projections.forecast.Forecast.Change;
import coop.laborfund.projections.guarantee.CapitalFigures.Advance;
import coop.laborfund.projections.guarantee.EmploymentIncome.HouseholdVerdict;
import coop.laborfund.projections.guarantee.FundFold;
import coop.laborfund.projections.guarantee.FundTotals;
import coop.laborfund.projections.guarantee.GuaranteeFigures;
import coop.laborfund.projections.guarantee.Judge;
import coop.laborfund.projections.guarantee.Verdict;
import coop.laborfund.projections.guarantee.Verdicts;
import coop.laborfund.projections.query.Balance;
import coop.laborfund.projections.query.Scope;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Foresees a fund's verdicts from its events in memory. What has happened by the day is added up once; then the judges are asked of
 * each later day on which anything could change by time alone.
 */
public final class ForecastFold implements Fold<RecordedEvent, Optional<Forecast>> {

    private final Scope scope;
    private final int year;
    private final FundFold fund;

    /**
     * @param scope the fund, the day after which nothing comes, and as far as was known
     * @param year the year whose verdicts are foreseen
     */
    public ForecastFold(Scope scope, int year) {
        this.scope = scope;
        this.year = year;
        fund = new FundFold(scope);
    }

    @Override
    public void add(RecordedEvent recorded) {
        fund.add(recorded);
    }

    /** Empty where the fund was not open, by its date or by what was known: nothing else comes, its opening neither. */
    @Override
    public Optional<Forecast> result() {
        FundTotals totals = fund.result();
        return totals.figures(scope, year)
                .filter(figures -> !figures.year().isBeforeOpening())
                .map(figures -> forecast(totals, figures));
    }

    private Forecast forecast(FundTotals totals, GuaranteeFigures today) {
        NavigableSet<LocalDate> days = days(today);
        List<Change> changes = new ArrayList<>();
        Verdicts before = Judge.judge(today);
        for (LocalDate day : days) {
            Scope later = new Scope(scope.fund(), day, scope.knownAt());
            GuaranteeFigures figures = totals.figures(later, year).orElseThrow();
            Verdicts after = Judge.judge(figures);
            compare(before, after, figures, totals, changes);
            before = after;
        }
        LocalDate until = days.isEmpty() ? scope.asOf() : days.getLast();
        return new Forecast(scope.fund(), year, scope.asOf(), scope.knownAt(), until, List.copyOf(changes));
    }

    /**
     * Later days on which a verdict may differ from the day before: those of the year, because its share grows; the day after an
     * advance is due and after its grace; the first of the next year, in which losses shared out before do not count any more.
     */
    private NavigableSet<LocalDate> days(GuaranteeFigures today) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        LocalDate next = scope.asOf().plusDays(1);
        LocalDate firstOfYear = LocalDate.of(year, Month.JANUARY, 1);
        (next.isBefore(firstOfYear) ? firstOfYear : next)
                .datesUntil(max(next, LocalDate.of(year + 1, Month.JANUARY, 1)))
                .forEach(days::add);
        days.add(LocalDate.of(scope.asOf().getYear() + 1, Month.JANUARY, 1));
        for (Advance advance : today.capital().advances()) {
            days.add(advance.due().plusDays(1));
            days.add(advance.goodUntil().plusDays(1));
        }
        return days.tailSet(next, true);
    }

    private static LocalDate max(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static void compare(
            Verdicts before, Verdicts after, GuaranteeFigures figures, FundTotals totals, List<Change> changes) {
        LocalDate day = after.asOf();
        Verdict capital = before.capitalSafety().verdict();
        add(
                changes,
                day,
                Guarantee.CAPITAL_SAFETY,
                Forecast.FUND,
                capital,
                after.capitalSafety().verdict(),
                () -> CapitalWays.keeping(capital, figures.year(), figures.capital()));
        String village = figures.collective().village();
        add(
                changes,
                day,
                Guarantee.COLLECTIVE_INCOME,
                village,
                before.collectiveIncome().verdict(),
                after.collectiveIncome().verdict(),
                () -> IncomeWays.ofVillage(figures.year(), figures.collective(), held(totals, village)));
        households(before, after, figures, changes);
    }

    private static void households(Verdicts before, Verdicts after, GuaranteeFigures figures, List<Change> changes) {
        Map<String, Verdict> known = new HashMap<>();
        before.employmentIncome().households().forEach(each -> known.put(each.household(), each.verdict()));
        List<HouseholdVerdict> households = after.employmentIncome().households();
        Function<HouseholdVerdict, List<Remedy>> way = household ->
                IncomeWays.ofHousehold(figures.year(), figures.employment().stableMonths(), household);
        Verdict kept = before.employmentIncome().verdict();
        // The fund's own verdict is kept where those of all households are that would make it worse.
        add(
                changes,
                after.asOf(),
                Guarantee.EMPLOYMENT_INCOME,
                Forecast.FUND,
                kept,
                after.employmentIncome().verdict(),
                () -> List.of(households.stream()
                        .filter(household -> household.verdict().isWorseThan(kept))
                        .flatMap(household -> way.apply(household).stream())
                        .toList()));
        for (HouseholdVerdict household : households) {
            add(
                    changes,
                    after.asOf(),
                    Guarantee.EMPLOYMENT_INCOME,
                    household.household(),
                    known.getOrDefault(household.household(), household.verdict()),
                    household.verdict(),
                    () -> List.of(way.apply(household)));
        }
    }

    private static void add(
            List<Change> changes,
            LocalDate day,
            Guarantee guarantee,
            String subject,
            Verdict from,
            Verdict to,
            Supplier<List<List<Remedy>>> ways) {
        if (from != to) {
            changes.add(new Change(day, guarantee, subject, from, to, to.isWorseThan(from) ? ways.get() : List.of()));
        }
    }

    /** What the fund holds for the village, of all years. */
    private static Fen held(FundTotals totals, String village) {
        String payables = ChartOfAccounts.code(Account.PAYABLES);
        return totals.balances().stream()
                .filter(balance ->
                        balance.account().equals(payables) && balance.sub().equals(village))
                .map(Balance::amount)
                .reduce(Fen.ZERO, Fen::plus)
                .negate();
    }
}
