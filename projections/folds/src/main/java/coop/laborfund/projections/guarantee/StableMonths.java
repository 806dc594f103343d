package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.guarantee.EmploymentFigures.MonthWage;
import coop.laborfund.projections.guarantee.EmploymentFigures.Worker;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A household's months of employment: those of the worker who has the most of them. Two employers in a month prove it once, two
 * workers' months are not added.
 *
 * @param best the first by id of those with the most; of nobody where there is no wage
 * @param proved that worker's months that count
 */
record StableMonths(List<Worker> workers, Fen wage, String best, List<MonthWage> proved) {

    static StableMonths of(List<Worker> workers, Fen wage) {
        String best = "";
        List<MonthWage> most = List.of();
        for (Worker worker : workers) {
            List<MonthWage> proved = worker.wages().stream()
                    .filter(month -> !wage.exceeds(month.amount()))
                    .toList();
            if (proved.size() > most.size()) {
                best = worker.worker();
                most = proved;
            }
        }
        return new StableMonths(workers, wage, best, most);
    }

    int most() {
        return proved.size();
    }

    /** What there is of months where more of them are needed: the best worker's, and every one that is too poor to count. */
    List<Reason> reasons(int year, int needed) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(
                proved.isEmpty()
                        ? new Reason.NoMonth(needed)
                        : new Reason.MonthsLacking(
                                best,
                                proved.stream()
                                        .map(month -> YearMonth.of(year, month.month()))
                                        .toList(),
                                needed));
        Predicate<MonthWage> tooPoor = month -> wage.exceeds(month.amount());
        workers.forEach(worker -> worker.wages().stream()
                .filter(tooPoor)
                .forEach(month -> reasons.add(new Reason.WageLacking(
                        worker.worker(),
                        YearMonth.of(year, month.month()),
                        month.amount(),
                        Judge.lacking(wage, month.amount())))));
        return reasons;
    }
}
