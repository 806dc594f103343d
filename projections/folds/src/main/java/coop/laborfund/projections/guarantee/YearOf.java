package coop.laborfund.projections.guarantee;

import coop.laborfund.projections.fact.CollectiveIncome.VillageIncome;
import coop.laborfund.projections.fact.Dividends.DividendAmount;
import coop.laborfund.projections.fact.Fact;
import coop.laborfund.projections.fact.Labor.HouseholdIncome;
import coop.laborfund.projections.fact.Labor.Wage;
import coop.laborfund.projections.fact.Payouts.Payout;
import coop.laborfund.projections.query.Window;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which year's verdicts a fact counts in, and the window that holds a year's facts of its kind. The village's income has none:
 * what was handed over settles that of earlier years first.
 */
final class YearOf {

    private static final Map<Class<? extends Fact>, IntFunction<Window<?>>> WINDOWS = Map.of(
            DividendAmount.class, Window::datedIn,
            Wage.class, Window::forMonthsOf,
            HouseholdIncome.class, Window::forYear,
            Payout.class, Window::forYear);

    private YearOf() {}

    static int income(VillageIncome fact) {
        return fact.date().getYear();
    }

    /** That of the payment, whatever year was declared for. */
    static int dividend(DividendAmount fact) {
        return fact.date().getYear();
    }

    static int wage(Wage fact) {
        return fact.month().getYear();
    }

    static int income(HouseholdIncome fact) {
        return fact.year();
    }

    static int payout(Payout fact) {
        return fact.year();
    }

    /** Null for kinds that count in every year. */
    static @Nullable Window<?> window(Class<? extends Fact> kind, int year) {
        IntFunction<Window<?>> window = WINDOWS.get(kind);
        return window == null ? null : window.apply(year);
    }
}
