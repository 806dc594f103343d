package coop.laborfund.ledger.fund;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Which months are closed: all from the fund's first to this one.
 *
 * @param closedThrough null while none is
 */
public record Periods(@Nullable YearMonth closedThrough) {

    static final Periods EMPTY = new Periods(null);

    Periods evolve(FundEvent event) {
        return event instanceof MonthClosed closed ? new Periods(closed.month()) : this;
    }

    boolean isClosed(LocalDate day) {
        return closedThrough != null && !day.isAfter(closedThrough.atEndOfMonth());
    }

    YearMonth next(LocalDate opened) {
        return closedThrough == null ? YearMonth.from(opened) : closedThrough.plusMonths(1);
    }
}
