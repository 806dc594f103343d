package coop.laborfund.api.proof;

import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.projections.due.DueFold;
import coop.laborfund.projections.due.DueItems;
import coop.laborfund.projections.finding.Findings;
import coop.laborfund.projections.finding.FindingsFold;
import coop.laborfund.projections.guarantee.FundFold;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.statement.Reconciliation;

/**
 * Those of a pack's figures whose answers name single movements, so that what is held grows with the history. It is for funds of
 * people: one of 800 households comes to some 114,000 events in ten years.
 */
final class Inspection {

    /** So many movements with an entry in the books. */
    static final int MOST_ENTRIES = 30_000;

    /** So many events in all. */
    static final int MOST_EVENTS = 300_000;

    private final FindingsFold findings;
    private final DueFold due;
    private int entries;
    private int events;

    /** @param fund the fold of the fund in the scope, which is handed each event from here */
    Inspection(Scope scope, FundFold fund) {
        findings = new FindingsFold(scope, fund);
        due = new DueFold(scope);
    }

    /** @return whether there is room for more: where not, the fund is too large to be inspected like this */
    boolean add(RecordedEvent recorded, Entry entry) {
        findings.add(recorded, entry);
        due.add(recorded, entry);
        events++;
        entries += entry.lines().isEmpty() ? 0 : 1;
        return entries <= MOST_ENTRIES && events <= MOST_EVENTS;
    }

    Findings findings(Scope of) {
        return findings.result(of).ofEventsAlone();
    }

    DueItems due(Scope of) {
        return due.result(of);
    }

    Reconciliation reconciliation(Scope of) {
        return due.reconciliation(of);
    }
}
