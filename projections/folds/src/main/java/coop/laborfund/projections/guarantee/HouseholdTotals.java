package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.fact.Labor.Wage;
import coop.laborfund.projections.fold.Total;
import coop.laborfund.projections.guarantee.EmploymentFigures.MonthWage;
import coop.laborfund.projections.guarantee.EmploymentFigures.Worker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a household had in a year, added up. */
final class HouseholdTotals {

    private static final int MONTHS = 12;

    /** A worker's wages by month: how many there are, and what they come to. */
    private static final class Wages {
        private final int[] number = new int[MONTHS];
        private final long[] fen = new long[MONTHS];
    }

    final Total income = new Total();
    final Total paid = new Total();
    private final Map<String, Wages> workers = new HashMap<>();

    void count(Wage wage, int sign) {
        income.count(wage.amount(), sign);
        Wages wages = workers.computeIfAbsent(wage.worker(), any -> new Wages());
        int month = wage.month().getMonthValue() - 1;
        wages.number[month] += sign;
        wages.fen[month] = Math.addExact(wages.fen[month], sign * wage.amount().value());
    }

    EmploymentFigures.Household figures(String household, int size, boolean joinedInTime) {
        List<Worker> figures = new ArrayList<>();
        new TreeMap<>(workers).forEach((worker, wages) -> {
            List<MonthWage> months = months(wages);
            if (!months.isEmpty()) {
                figures.add(new Worker(worker, months));
            }
        });
        return new EmploymentFigures.Household(household, size, joinedInTime, figures, income.sum(), paid.sum());
    }

    private static List<MonthWage> months(Wages wages) {
        List<MonthWage> months = new ArrayList<>();
        for (int month = 0; month < MONTHS; month++) {
            if (wages.number[month] > 0) {
                months.add(new MonthWage(month + 1, Fen.of(wages.fen[month])));
            }
        }
        return months;
    }
}
