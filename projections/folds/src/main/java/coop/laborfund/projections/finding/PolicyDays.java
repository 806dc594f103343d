package coop.laborfund.projections.finding;

import coop.laborfund.ledger.event.SetupEvent.FundOpened;
import coop.laborfund.ledger.event.SetupEvent.PolicySet;
import coop.laborfund.ledger.policy.Policy;
import coop.laborfund.ledger.policy.PolicyBook;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The policies in force by day. */
final class PolicyDays {

    private PolicyBook book = PolicyBook.EMPTY;
    private final Map<LocalDate, Policy> days = new HashMap<>();

    void add(FundOpened opened) {
        book = book.with(opened.date(), opened.policy());
        days.clear();
    }

    void add(PolicySet set) {
        book = book.with(set.date(), set.policy());
        days.clear();
    }

    /** Worked out once: many ask for the same day. */
    Policy on(LocalDate day) {
        return days.computeIfAbsent(day, book::on);
    }
}
