package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.guarantee.CollectiveIncomeTarget;
import coop.laborfund.projections.guarantee.EmploymentIncome.HouseholdVerdict;
import coop.laborfund.projections.guarantee.Verdict;
import coop.laborfund.projections.guarantee.Verdicts;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whether payouts did what they were paid for, once their year is over: those after which the guarantee is still not kept (10), and
 * those above the shortfall that they close (24). By the verdict's own figures on the day that is asked about.
 */
final class PayoutEffects extends Check {

    private final Movements<GuaranteePaid> payouts = keep(GuaranteePaid.class);

    /** A year's payouts. */
    private static final class Year {
        private final List<Movement<GuaranteePaid>> village = new ArrayList<>();
        private final Map<String, List<Movement<GuaranteePaid>>> households = new HashMap<>();

        private void add(Movement<GuaranteePaid> payout) {
            switch (payout.event().guarantee()) {
                case COLLECTIVE_INCOME -> village.add(payout);
                case EMPLOYMENT_INCOME ->
                    households
                            .computeIfAbsent(String.valueOf(payout.event().household()), any -> new ArrayList<>())
                            .add(payout);
                case CAPITAL_SAFETY -> {}
            }
        }

        private boolean isEmpty() {
            return village.isEmpty() && households.isEmpty();
        }
    }

    @Override
    void tell(View view, Report report) {
        SortedMap<Integer, Year> years = new TreeMap<>();
        for (Movement<GuaranteePaid> payout : payouts.byDate()) {
            years.computeIfAbsent(payout.event().year(), any -> new Year()).add(payout);
        }
        years.forEach((year, paid) -> {
            boolean over = !view.day().isBefore(LocalDate.of(year, Month.DECEMBER, 31));
            if (over && !paid.isEmpty()) {
                view.verdicts().apply(year).ifPresent(verdicts -> lookAt(year, paid, verdicts, report));
            }
        });
    }

    private static void lookAt(int year, Year paid, Verdicts verdicts, Report report) {
        if (!paid.village.isEmpty()) {
            lookAtVillage(year, paid.village, verdicts.collectiveIncome(), report);
        }
        for (HouseholdVerdict household : verdicts.employmentIncome().households()) {
            List<Movement<GuaranteePaid>> those = paid.households.get(household.household());
            if (those != null) {
                lookAtHousehold(year, those, household, report);
            }
        }
    }

    private static void lookAtVillage(
            int year, List<Movement<GuaranteePaid>> paid, CollectiveIncomeTarget verdict, Report report) {
        LocalDate since = paid.getFirst().date();
        Fen sum = verdict.paid();
        if (verdict.verdict() == Verdict.BREACHED) {
            report.add(
                    What.VILLAGE_PAYOUT_WITHOUT_EFFECT,
                    since,
                    sum,
                    Movements.positions(paid),
                    year,
                    sum,
                    verdict.shortfall());
        }
        Fen lacking = verdict.target().minus(verdict.received()).max(Fen.ZERO);
        if (sum.exceeds(lacking)) {
            report.add(
                    What.VILLAGE_PAYOUT_ABOVE_SHORTFALL,
                    since,
                    sum.minus(lacking),
                    Movements.positions(paid),
                    year,
                    sum,
                    lacking,
                    sum.minus(lacking));
        }
    }

    private static void lookAtHousehold(
            int year, List<Movement<GuaranteePaid>> paid, HouseholdVerdict verdict, Report report) {
        LocalDate since = paid.getFirst().date();
        Fen sum = verdict.paid();
        if (verdict.verdict() == Verdict.BREACHED) {
            report.add(
                    What.HOUSEHOLD_PAYOUT_WITHOUT_EFFECT,
                    since,
                    sum,
                    Movements.positions(paid),
                    verdict.household(),
                    year,
                    sum,
                    verdict.shortfall(),
                    verdict.monthsShort());
        }
        Fen lacking = verdict.line().minus(verdict.income()).max(Fen.ZERO);
        if (sum.exceeds(lacking)) {
            report.add(
                    What.HOUSEHOLD_PAYOUT_ABOVE_SHORTFALL,
                    since,
                    sum.minus(lacking),
                    Movements.positions(paid),
                    verdict.household(),
                    year,
                    sum,
                    lacking,
                    sum.minus(lacking));
        }
    }
}
