package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Postings;
import coop.laborfund.projections.fold.Fold;
import coop.laborfund.projections.query.BalanceFold;
import coop.laborfund.projections.query.CountedEvents;
import coop.laborfund.projections.query.Scope;

/** A fund's balances and verdicts from its events in memory, in one pass: what needs no database and holds no history. */
public final class FundFold implements Fold<RecordedEvent, FundTotals> {

    private final Scope scope;
    private final BalanceFold balances = new BalanceFold();
    private final CountedEvents<GuaranteeTotals> guarantees;

    /** @param scope the fund whose events count, on a day and as far as was known */
    public FundFold(Scope scope) {
        this.scope = scope;
        guarantees = new CountedEvents<>(scope, new GuaranteeFold());
    }

    @Override
    public void add(RecordedEvent recorded) {
        add(recorded, Postings.of(recorded.event()));
    }

    /**
     * Adds an event whose entry has been worked out before.
     *
     * @throws ArithmeticException where a sum leaves the range of amounts
     */
    public void add(RecordedEvent recorded, Entry entry) {
        if (scope.has(recorded.event().fund(), entry.date(), recorded.position())) {
            balances.add(entry);
        }
        guarantees.add(recorded);
    }

    @Override
    public FundTotals result() {
        return new FundTotals(balances.result(), guarantees.result());
    }
}
