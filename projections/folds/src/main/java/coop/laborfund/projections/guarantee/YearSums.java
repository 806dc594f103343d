package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.GuaranteePayer;
import coop.laborfund.ledger.event.HouseholdIncomeSource;
import coop.laborfund.ledger.event.IncomeRoute;
import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.event.LaborEvent.WageConfirmed;
import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRecorded;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.fact.CollectiveIncome.VillageIncome;
import coop.laborfund.projections.fact.Dividends.DividendAmount;
import coop.laborfund.projections.fact.Dividends.DividendKind;
import coop.laborfund.projections.fact.Head;
import coop.laborfund.projections.fact.Labor.HouseholdIncome;
import coop.laborfund.projections.fact.Labor.Wage;
import coop.laborfund.projections.fact.Payouts.Payout;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What counts for one year's verdicts, added up; given back as facts that say the sums. */
final class YearSums {

    private static final int MONTHS = 12;

    private record PayoutKey(Guarantee guarantee, @Nullable String household) {}

    private record WorkerKey(String household, String worker) {}

    /** A worker's wages: how many there are for each month, and what they come to. */
    private static final class WorkerYear {
        private final int[] wages = new int[MONTHS];
        private Fen amount = Fen.ZERO;
    }

    private final Map<IncomeSource, Fen> village = new EnumMap<>(IncomeSource.class);
    private final Map<PayoutKey, Fen> payouts = new HashMap<>();
    private final Map<WorkerKey, WorkerYear> workers = new HashMap<>();
    private final Map<String, Fen> incomes = new HashMap<>();
    private final Map<String, Fen> dividends = new HashMap<>();

    static Fen times(Fen amount, int sign) {
        return sign < 0 ? amount.negate() : amount;
    }

    void addVillageIncome(CollectiveIncomeRecorded income, int sign) {
        village.merge(income.source(), times(income.amount(), sign), Fen::plus);
    }

    void addPayout(GuaranteePaid payout, int sign) {
        payouts.merge(new PayoutKey(payout.guarantee(), payout.household()), times(payout.amount(), sign), Fen::plus);
    }

    void addWage(WageConfirmed wage, int sign) {
        WorkerYear year =
                workers.computeIfAbsent(new WorkerKey(wage.household(), wage.worker()), worker -> new WorkerYear());
        year.wages[wage.month().getMonthValue() - 1] += sign;
        year.amount = year.amount.plus(times(wage.amount(), sign));
    }

    void addIncome(String household, Fen amount) {
        incomes.merge(household, amount, Fen::plus);
    }

    void addDividend(String household, Fen amount) {
        dividends.merge(household, amount, Fen::plus);
    }

    List<VillageIncome> villageIncome(String fund, int year) {
        List<VillageIncome> facts = new ArrayList<>();
        village.forEach(
                (source, amount) -> facts.add(new VillageIncome(head(fund, year), source, IncomeRoute.FUND, amount)));
        return facts;
    }

    /** A wage for each month that has one; the first bears the whole year's amount. */
    List<Wage> wages(String fund, int year) {
        Head head = head(fund, year);
        List<Wage> facts = new ArrayList<>();
        workers.forEach((key, worker) -> {
            Fen amount = worker.amount;
            for (int month = 1; month <= MONTHS; month++) {
                if (worker.wages[month - 1] > 0) {
                    facts.add(new Wage(head, key.worker, key.household, "", YearMonth.of(year, month), amount));
                    amount = Fen.ZERO;
                }
            }
        });
        return facts;
    }

    List<HouseholdIncome> householdIncome(String fund, int year) {
        List<HouseholdIncome> facts = new ArrayList<>();
        incomes.forEach((household, amount) ->
                facts.add(new HouseholdIncome(head(fund, year), household, year, HouseholdIncomeSource.FARM, amount)));
        return facts;
    }

    List<DividendAmount> dividends(String fund, int year) {
        List<DividendAmount> facts = new ArrayList<>();
        dividends.forEach((household, amount) ->
                facts.add(new DividendAmount(head(fund, year), 0, DividendKind.PAID, year, household, amount)));
        return facts;
    }

    List<Payout> payouts(String fund, int year) {
        List<Payout> facts = new ArrayList<>();
        payouts.forEach((key, amount) -> facts.add(new Payout(
                head(fund, year), key.guarantee, GuaranteePayer.RESERVE, year, amount, null, key.household, null)));
        return facts;
    }

    private static Head head(String fund, int year) {
        return new Head(fund, 0, LocalDate.of(year, 1, 1), "");
    }
}
