package coop.laborfund.projections.statement;

import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.testing.RandomHistory;
import coop.laborfund.projections.testing.TestHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Days to ask about. */
final class Days {

    private Days() {}

    /** All that is known of fund F1 on a day. */
    static Scope scope(String day) {
        return new Scope(TestHistory.FUND, LocalDate.parse(day), Long.MAX_VALUE);
    }

    /** The last days of quarters, from before the histories by chance begin to after they end. */
    static List<LocalDate> quarterEnds(int firstYear, int lastYear) {
        return Stream.iterate(LocalDate.of(firstYear, 1, 1), day -> day.getYear() <= lastYear, day -> day.plusMonths(3))
                .map(day -> day.plusMonths(3).minusDays(1))
                .toList();
    }

    static List<LocalDate> quarterEndsOfRandomHistories() {
        return quarterEnds(RandomHistory.FIRST_YEAR - 1, RandomHistory.FIRST_YEAR + RandomHistory.YEARS);
    }
}
