package coop.laborfund.projections.statement;

import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Postings;
import coop.laborfund.projections.fold.Fold;
import coop.laborfund.projections.query.Scope;
import java.time.LocalDate;

/** The trial balance from a fund's events; as large as its accounts. */
public final class TrialBalanceFold implements Fold<RecordedEvent, TrialBalance> {

    private final Scope scope;
    private final LocalDate from;
    private final Turnovers accounts = new Turnovers();

    /**
     * @param scope the fund, the last day and the position
     * @param from the first day of the turnover
     */
    public TrialBalanceFold(Scope scope, LocalDate from) {
        this.scope = scope;
        this.from = from;
    }

    @Override
    public void add(RecordedEvent recorded) {
        Entry entry = Postings.of(recorded.event());
        if (!scope.has(recorded.event().fund(), entry.date(), recorded.position())) {
            return;
        }
        if (entry.date().isBefore(from)) {
            accounts.before(entry);
        } else {
            accounts.during(entry);
        }
    }

    @Override
    public TrialBalance result() {
        return new TrialBalance(scope.fund(), from, scope.asOf(), scope.knownAt(), accounts.rows());
    }
}
