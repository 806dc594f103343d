package coop.laborfund.projections.due;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What is to be done in a fund.
 *
 * @param asOf the day
 * @param position the last position that was taken into account
 * @param items by date, of one day in the order of the kinds; empty where nothing is to be done
 */
public record DueItems(String fund, LocalDate asOf, long position, List<DueItem> items) {

    /** For how many days an item has been waiting. */
    public long daysOverdue(DueItem item) {
        return ChronoUnit.DAYS.between(item.date(), asOf);
    }
}
