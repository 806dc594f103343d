package coop.laborfund.ledger.fund;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.pcollections.TreePMap;

/**
 * A set of months, small: wages are by far the most frequent movement.
 *
 * @param years by year, a bit a month, January the lowest
 */
public record WageMonths(TreePMap<Integer, Integer> years) {

    static final WageMonths NONE = new WageMonths(Maps.natural());

    private static final int MONTHS = 12;

    boolean contains(YearMonth month) {
        return (maskOf(month.getYear()) & bit(month)) != 0;
    }

    WageMonths plus(YearMonth month) {
        return new WageMonths(years.plus(month.getYear(), maskOf(month.getYear()) | bit(month)));
    }

    WageMonths minus(YearMonth month) {
        return new WageMonths(years.plus(month.getYear(), maskOf(month.getYear()) & ~bit(month)));
    }

    List<YearMonth> months() {
        List<YearMonth> months = new ArrayList<>();
        years.forEach((year, mask) -> {
            for (int month = 1; month <= MONTHS; month++) {
                YearMonth candidate = YearMonth.of(year, month);
                if ((mask & bit(candidate)) != 0) {
                    months.add(candidate);
                }
            }
        });
        return months;
    }

    private int maskOf(int year) {
        Integer mask = years.get(year);
        return mask == null ? 0 : mask;
    }

    private static int bit(YearMonth month) {
        return 1 << (month.getMonthValue() - 1);
    }
}
