package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.projections.fact.Advances.AdvanceExtension;
import coop.laborfund.projections.fact.Advances.AdvanceTerms;
import coop.laborfund.projections.fact.CollectiveIncome.VillageIncome;
import coop.laborfund.projections.fact.Dividends.DividendAmount;
import coop.laborfund.projections.fact.Journal.JournalLine;
import coop.laborfund.projections.fact.Labor.HouseholdIncome;
import coop.laborfund.projections.fact.Labor.Wage;
import coop.laborfund.projections.fact.Members.Admission;
import coop.laborfund.projections.fact.Members.Departure;
import coop.laborfund.projections.fact.Members.FundOpening;
import coop.laborfund.projections.fact.Members.PolicyValue;
import coop.laborfund.projections.fact.Members.SizeChange;
import coop.laborfund.projections.fact.Payouts.Payout;
import coop.laborfund.projections.query.Balance;
import coop.laborfund.projections.query.FactSource;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.query.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that the verdicts of a fund rest on: what is dated on or before the day, known at the position, and not
 * reversed on or before the day. Lists are in the order of recording.
 *
 * @param scope the fund, the day and the position
 * @param opening the fund's opening, also where it is later than the day
 * @param balances by posting date
 * @param lines the journal's lines that count, for evidence; empty where none was asked for
 * @param villageIncome dated in the year
 * @param wages for months of the year
 * @param householdIncome recorded for the year
 * @param dividends paid or returned in the year, whatever year they were declared for; declarations too
 * @param payouts for the year
 */
public record GuaranteeFacts(
        Scope scope,
        int year,
        FundOpening opening,
        List<PolicyValue> policies,
        List<Balance> balances,
        List<JournalLine> lines,
        List<AdvanceTerms> advances,
        List<AdvanceExtension> extensions,
        List<VillageIncome> villageIncome,
        List<Admission> admissions,
        List<SizeChange> sizeChanges,
        List<Departure> departures,
        List<Wage> wages,
        List<HouseholdIncome> householdIncome,
        List<DividendAmount> dividends,
        List<Payout> payouts) {

    /**
     * Reads them.
     *
     * @param evidence whether evidence is asked for; without it the journal's lines need not be read
     * @return empty where the fund was not open at the scope's position
     */
    public static Optional<GuaranteeFacts> load(FactSource source, Scope scope, int year, boolean evidence) {
        return source.recorded(FundOpening.class, scope.onAnyDay()).stream()
                .findFirst()
                .map(opening -> new GuaranteeFacts(
                        scope,
                        year,
                        opening,
                        source.counted(PolicyValue.class, scope),
                        source.balances(scope),
                        evidence ? source.counted(JournalLine.class, scope) : List.of(),
                        source.counted(AdvanceTerms.class, scope),
                        source.counted(AdvanceExtension.class, scope),
                        source.counted(VillageIncome.class, scope, Window.datedIn(year)),
                        source.counted(Admission.class, scope),
                        source.counted(SizeChange.class, scope),
                        source.counted(Departure.class, scope),
                        source.counted(Wage.class, scope, Window.forMonthsOf(year)),
                        source.counted(HouseholdIncome.class, scope, Window.forYear(year)),
                        source.counted(DividendAmount.class, scope, Window.datedIn(year)),
                        source.counted(Payout.class, scope, Window.forYear(year))));
    }

    LocalDate asOf() {
        return scope.asOf();
    }

    LocalDate lastDayOfYear() {
        return LocalDate.of(year, 12, 31);
    }

    boolean yearIsOver() {
        return asOf().isAfter(lastDayOfYear());
    }

    /** The earlier of the day and the year's last: on it hold the policy, the households and their sizes. */
    LocalDate yearsDay() {
        return yearIsOver() ? lastDayOfYear() : asOf();
    }

    /**
     * Whether the year's guarantees have not begun: neither the year nor the fund has by the day, or the fund began
     * later.
     */
    boolean notStarted() {
        return asOf().isBefore(LocalDate.of(year, 1, 1))
                || asOf().isBefore(opening.date())
                || opening.date().isAfter(lastDayOfYear());
    }

    List<Payout> payouts(Guarantee guarantee) {
        return payouts.stream()
                .filter(payout -> payout.guarantee() == guarantee)
                .toList();
    }
}
