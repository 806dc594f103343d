package coop.laborfund.projections.guarantee;

import static java.util.Objects.requireNonNull;

import coop.laborfund.ledger.event.AdvanceEvent;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceExtended;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceRepaid;
import coop.laborfund.ledger.event.AdvanceEvent.AdvanceWrittenOff;
import coop.laborfund.ledger.event.AdvanceEvent.CapitalAdvanced;
import coop.laborfund.ledger.event.AdvanceEvent.ReturnReceived;
import coop.laborfund.ledger.event.AdvanceEvent.WriteOffRecovered;
import coop.laborfund.ledger.event.DividendEvent;
import coop.laborfund.ledger.event.DividendEvent.DividendDeclared;
import coop.laborfund.ledger.event.DividendEvent.DividendPaid;
import coop.laborfund.ledger.event.DividendEvent.DividendPaymentReturned;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.LaborEvent;
import coop.laborfund.ledger.event.LaborEvent.HouseholdIncomeRecorded;
import coop.laborfund.ledger.event.LaborEvent.PlacementEnded;
import coop.laborfund.ledger.event.LaborEvent.TrainingCompleted;
import coop.laborfund.ledger.event.LaborEvent.WageConfirmed;
import coop.laborfund.ledger.event.LaborEvent.WorkerPlaced;
import coop.laborfund.ledger.event.LaborEvent.WorkerRegistered;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.PeriodEvent;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.SetupEvent;
import coop.laborfund.ledger.event.ShareEvent;
import coop.laborfund.ledger.event.TreasuryEvent;
import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRecorded;
import coop.laborfund.projections.fact.Advances;
import coop.laborfund.projections.fact.Advances.AdvanceExtension;
import coop.laborfund.projections.fact.Advances.AdvanceTerms;
import coop.laborfund.projections.fact.Fact;
import coop.laborfund.projections.fact.Members;
import coop.laborfund.projections.fact.Members.Admission;
import coop.laborfund.projections.fact.Members.Departure;
import coop.laborfund.projections.fact.Members.FundOpening;
import coop.laborfund.projections.fact.Members.PolicyValue;
import coop.laborfund.projections.fact.Members.SizeChange;
import coop.laborfund.projections.query.Balance;
import coop.laborfund.projections.query.Scope;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a fund's verdicts rest on, added up event by event: as large as its households, workers and advances, however long its
 * history. It knows no day before which it would stop, so its verdicts are those of a day that no event is dated after.
 */
public final class GuaranteeSums {

    private static final Members MEMBERS = new Members();
    private static final Advances ADVANCES = new Advances();

    /** Facts that are kept as they are, by kind and then by the ref of their movement and their place in it. */
    private final Map<Class<?>, Map<String, Fact>> kept = new LinkedHashMap<>();

    private final Map<Integer, YearSums> years = new TreeMap<>();

    /** @throws ArithmeticException where a sum leaves the range of amounts */
    public void add(RecordedEvent recorded) {
        FundEvent event = recorded.event();
        switch (event) {
            case SetupEvent e -> keep(MEMBERS.rows(recorded));
            case AdvanceEvent e -> advance(e, recorded);
            case MovementReversed e -> reverse(e.original());
            case TreasuryEvent e -> sum(e, 1);
            case DividendEvent e -> sum(e, 1);
            case GuaranteePaid e -> sum(e, 1);
            case LaborEvent e -> sum(e, 1);
            case ShareEvent e -> {}
            case PeriodEvent e -> {}
        }
    }

    /** The verdicts of a year; empty where the fund was not opened. */
    public Optional<Verdicts> judge(int year, Scope scope, List<Balance> balances) {
        YearSums sums = years.getOrDefault(year, new YearSums());
        return all(FundOpening.class).stream()
                .findFirst()
                .map(opening -> Judge.judge(new GuaranteeFacts(
                        scope,
                        year,
                        opening,
                        all(PolicyValue.class),
                        balances,
                        List.of(),
                        all(AdvanceTerms.class),
                        all(AdvanceExtension.class),
                        sums.villageIncome(scope.fund(), year),
                        all(Admission.class),
                        all(SizeChange.class),
                        all(Departure.class),
                        sums.wages(scope.fund(), year),
                        sums.householdIncome(scope.fund(), year),
                        sums.dividends(scope.fund(), year),
                        sums.payouts(scope.fund(), year))));
    }

    /** When the fund was opened. */
    public Optional<LocalDate> opened() {
        return all(FundOpening.class).stream().findFirst().map(FundOpening::date);
    }

    private void advance(AdvanceEvent event, RecordedEvent recorded) {
        switch (event) {
            case CapitalAdvanced e -> keep(ADVANCES.rows(recorded));
            case AdvanceExtended e -> keep(ADVANCES.rows(recorded));
            case AdvanceRepaid e -> {}
            case ReturnReceived e -> {}
            case AdvanceWrittenOff e -> {}
            case WriteOffRecovered e -> {}
        }
    }

    private void reverse(FundEvent original) {
        kept.values().forEach(facts -> facts.remove(key(original.ref(), 0)));
        sum(original, -1);
    }

    /** @param sign -1 takes away what was added */
    private void sum(FundEvent event, int sign) {
        switch (event) {
            case TreasuryEvent e -> {
                if (e instanceof CollectiveIncomeRecorded income) {
                    year(e.date().getYear()).addVillageIncome(income, sign);
                }
            }
            case DividendEvent e -> dividend(e, sign);
            case GuaranteePaid e -> year(e.year()).addPayout(e, sign);
            case LaborEvent e -> labor(e, sign);
            case SetupEvent e -> {}
            case AdvanceEvent e -> {}
            case ShareEvent e -> {}
            case MovementReversed e -> {}
            case PeriodEvent e -> {}
        }
    }

    private void dividend(DividendEvent event, int sign) {
        YearSums year = year(event.date().getYear());
        switch (event) {
            case DividendPaid e ->
                e.lines().forEach(line -> year.addDividend(line.household(), YearSums.times(line.amount(), sign)));
            case DividendPaymentReturned e -> year.addDividend(e.household(), YearSums.times(e.amount(), -sign));
            case DividendDeclared e -> {}
        }
    }

    private void labor(LaborEvent event, int sign) {
        switch (event) {
            case WageConfirmed e -> year(e.month().getYear()).addWage(e, sign);
            case HouseholdIncomeRecorded e -> year(e.year()).addIncome(e.household(), YearSums.times(e.amount(), sign));
            case WorkerRegistered e -> {}
            case WorkerPlaced e -> {}
            case PlacementEnded e -> {}
            case TrainingCompleted e -> {}
        }
    }

    private YearSums year(int year) {
        return years.computeIfAbsent(year, any -> new YearSums());
    }

    private void keep(List<Fact> facts) {
        int line = 0;
        for (Fact fact : facts) {
            kept.computeIfAbsent(fact.getClass(), type -> new LinkedHashMap<>()).put(key(fact.ref(), line++), fact);
        }
    }

    private static String key(String ref, int line) {
        return line + ":" + ref;
    }

    private <F extends Fact> List<F> all(Class<F> type) {
        return requireNonNull(kept.getOrDefault(type, Map.of())).values().stream()
                .map(type::cast)
                .toList();
    }
}
