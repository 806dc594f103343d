package coop.laborfund.ledger.fund;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A worker's time with an employer.
 *
 * @param ref the voucher that began it
 * @param to its last day, null while it is open
 */
public record Placement(
        String ref,
        String employer,
        LocalDate from,
        @Nullable LocalDate to) {

    boolean isOpen() {
        return to == null;
    }

    /** Whether it lasted on some day of the month: begun by its last day, not ended before its first. */
    boolean covers(YearMonth month) {
        return !from.isAfter(month.atEndOfMonth()) && (to == null || !to.isBefore(month.atDay(1)));
    }
}
