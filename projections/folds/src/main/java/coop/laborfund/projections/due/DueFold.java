package coop.laborfund.projections.due;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.PeriodEvent.NoticePublished;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Postings;
import coop.laborfund.projections.fold.Fold;
import coop.laborfund.projections.query.BalanceFold;
import coop.laborfund.projections.query.CountedEvents;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.statement.Reconciliation;
import coop.laborfund.projections.statement.ReconciliationFold;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Set;

/** What is to be done in a fund, from its events. */
public final class DueFold implements Fold<RecordedEvent, DueItems> {

    private final Scope scope;
    private final CountedEvents<DueFacts> facts;
    private final BalanceFold balances = new BalanceFold();
    private final ReconciliationFold bank;
    private final Set<YearMonth> published = new HashSet<>();

    /** @param scope the fund, the day and the position, or any day where that is told at the end; time itself makes things due */
    public DueFold(Scope scope) {
        this.scope = scope;
        facts = new CountedEvents<>(scope, new DueFacts());
        bank = new ReconciliationFold(scope);
    }

    @Override
    public void add(RecordedEvent recorded) {
        add(recorded, Postings.of(recorded.event()));
    }

    /** Adds an event whose entry has been worked out before. */
    public void add(RecordedEvent recorded, Entry entry) {
        FundEvent event = recorded.event();
        facts.add(recorded);
        bank.add(recorded, entry);
        if (scope.has(event.fund(), entry.date(), recorded.position())) {
            balances.add(entry);
            if (event instanceof NoticePublished notice) {
                published.add(notice.month());
            }
        }
    }

    @Override
    public DueItems result() {
        return result(scope);
    }

    /** @param of a scope with a real day, in which the same events count */
    public DueItems result(Scope of) {
        return new DueItems(
                of.fund(),
                of.asOf(),
                of.knownAt(),
                new Dues(of.asOf(), facts.result()).of(balances.result(), bank.result(of), published));
    }

    /** The bank's reconciliation in such a scope, for whoever asks more than what is due. */
    public Reconciliation reconciliation(Scope of) {
        return bank.result(of);
    }
}
