package coop.laborfund.projections.query;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.projections.fact.Fact;
import coop.laborfund.projections.fact.Projection;
import coop.laborfund.projections.fact.Projections;
import coop.laborfund.projections.fold.FactFold;
import coop.laborfund.projections.fold.Fold;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Hands the facts of events that count in a scope to a fold of facts: in memory what {@link FactSource#counted} is in
 * the read tables. A reversal in the scope takes back its original's facts, which were recorded before it.
 *
 * @param <R> the answer
 */
public final class CountedEvents<R> implements Fold<RecordedEvent, R> {

    private final Scope scope;
    private final FactFold<R> fold;
    private final List<Projection> projections;

    /** Those of the projections that have rows of an event of a class. */
    private final Map<Class<? extends FundEvent>, List<Projection>> concerned = new HashMap<>();

    public CountedEvents(Scope scope, FactFold<R> fold) {
        this.scope = scope;
        this.fold = fold;
        projections = Projections.ALL.stream()
                .filter(projection -> !Collections.disjoint(projection.facts(), fold.kinds()))
                .toList();
    }

    /** Events of other funds are passed over. */
    @Override
    public void add(RecordedEvent recorded) {
        FundEvent event = recorded.event();
        if (!(event instanceof MovementReversed reversal)) {
            hand(recorded, false);
        } else if (scope.has(event.fund(), event.date(), recorded.position())) {
            hand(recorded.saying(reversal.original()), true);
        }
    }

    private void hand(RecordedEvent recorded, boolean back) {
        for (Projection projection : concerned.computeIfAbsent(recorded.event().getClass(), this::concerned)) {
            for (Fact fact : projection.rows(recorded)) {
                if (!counts(fact)) {
                    continue;
                }
                if (back) {
                    fold.takeBack(fact);
                } else {
                    fold.add(fact);
                }
            }
        }
    }

    private List<Projection> concerned(Class<? extends FundEvent> event) {
        return projections.stream()
                .filter(projection -> projection.events().stream().anyMatch(kind -> kind.isAssignableFrom(event)))
                .toList();
    }

    private boolean counts(Fact fact) {
        return scope.of(fact.getClass()).has(fact.fund(), fact.date(), fact.position());
    }

    @Override
    public R result() {
        return fold.result();
    }
}
