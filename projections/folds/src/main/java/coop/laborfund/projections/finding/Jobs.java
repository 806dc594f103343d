package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.event.LaborEvent.PlacementEnded;
import coop.laborfund.ledger.event.LaborEvent.WorkerPlaced;
import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRecorded;
import coop.laborfund.ledger.money.Fen;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Workers on post: service fees that do not fit them (11), and jobs of one worker that overlap (12). */
final class Jobs extends Check {

    /** More a worker and month than any scheme of this kind pays. */
    private static final Fen MOST_A_MONTH = Fen.ofYuan("200");

    private static final int DAYS_OF_MONTH = 30;

    private final Movements<WorkerPlaced> placed = keep(WorkerPlaced.class);
    private final Movements<PlacementEnded> ended = keep(PlacementEnded.class);
    private final Movements<CollectiveIncomeRecorded> income = keep(CollectiveIncomeRecorded.class);

    /**
     * A worker's time with an employer.
     *
     * @param end its last day, null where it goes on
     */
    private record Job(
            Movement<WorkerPlaced> begun, @Nullable LocalDate end) {

        private LocalDate until(LocalDate day) {
            return end == null || end.isAfter(day) ? day : end;
        }
    }

    @Override
    void tell(View view, Report report) {
        List<Job> jobs = jobs();
        if (jobs.isEmpty()) {
            report.noData(12);
        }
        lookAtOverlaps(jobs, view.day(), report);
        lookAtFees(jobs, view.day(), report);
    }

    private List<Job> jobs() {
        Map<String, LocalDate> ends = new HashMap<>();
        ended.all().forEach(movement -> ends.put(movement.event().placement(), movement.date()));
        return placed.byDate().stream()
                .map(begun -> new Job(begun, ends.get(begun.ref())))
                .toList();
    }

    /** One that begins on the last day of another does not overlap with it. */
    private static void lookAtOverlaps(List<Job> jobs, LocalDate day, Report report) {
        Map<String, Job> last = new HashMap<>();
        for (Job job : jobs) {
            String worker = job.begun.event().worker();
            Job before = last.get(worker);
            if (before != null && job.begun.date().isBefore(before.until(day))) {
                report.add(
                        What.JOBS_OVERLAP,
                        job.begun.date(),
                        Fen.ZERO,
                        List.of(before.begun.position(), job.begun.position()),
                        worker,
                        before.begun.event().employer(),
                        job.begun.event().employer(),
                        job.begun.date());
            }
            if (before == null || !job.until(day).isBefore(before.until(day))) {
                last.put(worker, job);
            }
        }
    }

    private void lookAtFees(List<Job> jobs, LocalDate day, Report report) {
        SortedMap<Integer, List<Movement<CollectiveIncomeRecorded>>> fees = new TreeMap<>();
        income.byDate().stream()
                .filter(movement -> movement.event().source() == IncomeSource.SERVICE_FEE)
                .forEach(movement -> fees.computeIfAbsent(movement.date().getYear(), any -> new ArrayList<>())
                        .add(movement));
        fees.forEach((year, ofYear) -> {
            long workerDays =
                    jobs.stream().mapToLong(job -> daysOf(year, job, day)).sum();
            Fen sum = Movements.sum(ofYear);
            LocalDate since = ofYear.getFirst().date();
            if (workerDays == 0) {
                report.add(What.FEES_WITHOUT_WORKERS, since, sum, Movements.positions(ofYear), year, sum);
            } else {
                long months = (workerDays + DAYS_OF_MONTH - 1) / DAYS_OF_MONTH;
                Fen most = Fen.of(Math.multiplyExact(MOST_A_MONTH.value(), months));
                if (sum.exceeds(most)) {
                    report.add(
                            What.FEES_ABOVE_WORKERS,
                            since,
                            sum.minus(most),
                            Movements.positions(ofYear),
                            year,
                            sum,
                            months,
                            MOST_A_MONTH);
                }
            }
        });
    }

    private static long daysOf(int year, Job job, LocalDate day) {
        LocalDate first = LocalDate.of(year, Month.JANUARY, 1);
        LocalDate last = LocalDate.of(year, Month.DECEMBER, 31);
        LocalDate from = job.begun.date().isBefore(first) ? first : job.begun.date();
        LocalDate until = job.until(day).isAfter(last) ? last : job.until(day);
        return Math.max(0, ChronoUnit.DAYS.between(from, until) + 1);
    }
}
