package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.IncomeRoute;
import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRecorded;
import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRemitted;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.policy.Policy;
import coop.laborfund.ledger.policy.PolicyKey;
import coop.laborfund.projections.guarantee.VillageHoldings;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The village's income: what does not look like what it is said to be (11), and what stays with the fund for too long (23). */
final class VillageMoney extends Check {

    /** So much of a year's income in December alone is looked at, in percent, where the year's target hangs on it. */
    private static final int DECEMBER_PERCENT = 50;

    /** Where income that counts calls itself a subsidy. */
    private static final Pattern SUBSIDY = Pattern.compile("补助|补贴|财政拨|扶持资金|subsid", Pattern.CASE_INSENSITIVE);

    private static final BigInteger PERCENT = BigInteger.valueOf(100);

    private final Movements<CollectiveIncomeRecorded> income = keep(CollectiveIncomeRecorded.class);
    private final Movements<CollectiveIncomeRemitted> remitted = keep(CollectiveIncomeRemitted.class);

    @Override
    void tell(View view, Report report) {
        if (income.all().isEmpty()) {
            report.noData(11);
            return;
        }
        lookAtMemos(report);
        lookAtDecembers(view, report);
        lookAtUnremitted(view.day(), report);
    }

    private static boolean counts(Movement<CollectiveIncomeRecorded> movement) {
        return movement.event().source() != IncomeSource.SUBSIDY;
    }

    private void lookAtMemos(Report report) {
        List<Movement<CollectiveIncomeRecorded>> subsidies = income.byDate().stream()
                .filter(movement ->
                        counts(movement) && SUBSIDY.matcher(movement.memo()).find())
                .toList();
        if (!subsidies.isEmpty()) {
            Fen sum = Movements.sum(subsidies);
            report.add(
                    What.SUBSIDY_AS_INCOME,
                    subsidies.getFirst().date(),
                    sum,
                    Movements.positions(subsidies),
                    subsidies.size(),
                    sum,
                    subsidies.getFirst().ref());
        }
    }

    private void lookAtDecembers(View view, Report report) {
        SortedMap<Integer, List<Movement<CollectiveIncomeRecorded>>> years = new TreeMap<>();
        income.byDate().stream()
                .filter(VillageMoney::counts)
                .forEach(movement -> years.computeIfAbsent(movement.date().getYear(), any -> new ArrayList<>())
                        .add(movement));
        // As the verdict has it: a target is often published after its year.
        Policy policy = view.policies().on(view.day()).policy();
        years.forEach((year, all) -> {
            List<Movement<CollectiveIncomeRecorded>> december = all.stream()
                    .filter(movement -> movement.date().getMonth() == Month.DECEMBER)
                    .toList();
            Fen inDecember = Movements.sum(december);
            Fen sum = Movements.sum(all);
            Fen target = policy.moneyOf(PolicyKey.COLLECTIVE_TARGET, year);
            boolean targetHangsOnIt = !target.exceeds(sum) && target.exceeds(sum.minus(inDecember));
            if (targetHangsOnIt && isLarge(inDecember, sum)) {
                report.add(
                        What.DECEMBER_SPIKE,
                        december.getFirst().date(),
                        inDecember,
                        Movements.positions(december),
                        year,
                        inDecember,
                        sum,
                        target);
            }
        });
    }

    private static boolean isLarge(Fen part, Fen whole) {
        return BigInteger.valueOf(part.value())
                        .multiply(PERCENT)
                        .compareTo(BigInteger.valueOf(whole.value()).multiply(BigInteger.valueOf(DECEMBER_PERCENT)))
                >= 0;
    }

    /** What was handed over settles what came first, as in the verdict. */
    private void lookAtUnremitted(LocalDate day, Report report) {
        Fen settling = Movements.sum(remitted.all());
        List<Movement<CollectiveIncomeRecorded>> open = new ArrayList<>();
        Fen unremitted = Fen.ZERO;
        for (Movement<CollectiveIncomeRecorded> movement : income.byDate()) {
            CollectiveIncomeRecorded event = movement.event();
            if (event.source() == IncomeSource.FUND_RETURN || event.route() == IncomeRoute.FUND) {
                Fen settled = settling.min(movement.amount());
                settling = settling.minus(settled);
                Fen rest = movement.amount().minus(settled);
                if (rest.isPositive()
                        && movement.date()
                                .plusDays(VillageHoldings.DAYS_TO_REMIT)
                                .isBefore(day)) {
                    open.add(movement);
                    unremitted = unremitted.plus(rest);
                }
            }
        }
        if (!open.isEmpty()) {
            report.add(
                    What.VILLAGE_INCOME_UNREMITTED,
                    open.getFirst().date().plusDays(VillageHoldings.DAYS_TO_REMIT + 1L),
                    unremitted,
                    Movements.positions(open),
                    unremitted,
                    open.size(),
                    open.getFirst().date(),
                    VillageHoldings.DAYS_TO_REMIT);
        }
    }
}
