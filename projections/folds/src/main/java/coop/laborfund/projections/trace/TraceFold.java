package coop.laborfund.projections.trace;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.SetupEvent.CompanyEnrolled;
import coop.laborfund.ledger.event.SetupEvent.HouseholdAdmitted;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Postings;
import coop.laborfund.projections.fold.Fold;
import coop.laborfund.projections.query.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the money that a fund's events moved, and follows some of it. A movement that was reversed by the day moved nothing, and its
 * reversal neither: money that was never there cannot have gone on.
 */
public final class TraceFold implements Fold<RecordedEvent, Trace> {

    private final Question question;
    private final Scope scope;

    /** By ref, since money has an order by date and events have that of recording. */
    private final Map<String, List<Flow>> flows = new HashMap<>();

    private @Nullable Start start;
    private int rank = Integer.MAX_VALUE;

    public TraceFold(Question question) {
        this.question = question;
        scope = question.scope();
    }

    /** Events of other funds are passed over. */
    @Override
    public void add(RecordedEvent recorded) {
        FundEvent event = recorded.event();
        if (!scope.onAnyDay().has(event.fund(), event.date(), recorded.position())) {
            return;
        }
        look(event);
        Entry entry = Postings.of(event);
        if (!scope.has(event.fund(), entry.date(), recorded.position())) {
            return;
        }
        boolean undoes = event instanceof MovementReversed reversal
                && flows.remove(reversal.original().ref()) != null;
        List<Flow> moved = undoes ? List.of() : Flow.of(entry, event, recorded.position());
        if (!moved.isEmpty()) {
            flows.put(event.ref(), moved);
        }
    }

    /** What is a household's id and a voucher's too is the household. */
    private void look(FundEvent event) {
        Direction direction = question.direction();
        if (event instanceof HouseholdAdmitted admitted && isAsked(admitted.household())) {
            prefer(0, Start.household(admitted.household(), direction));
        } else if (event instanceof CompanyEnrolled enrolled && isAsked(enrolled.company())) {
            prefer(1, Start.company(enrolled.company(), direction));
        } else if (isAsked(event.ref())) {
            prefer(2, Start.voucher(event.ref()));
        }
    }

    private boolean isAsked(String name) {
        return name.equals(question.from());
    }

    private void prefer(int kind, Start other) {
        if (kind < rank) {
            rank = kind;
            start = other;
        }
    }

    @Override
    public Trace result() {
        return start == null
                ? new Trace(question, false, List.of(), List.of())
                : new Walk(question.rule(), question.direction(), start).along(flows(), question);
    }

    /** By date and then in the order of recording. */
    List<Flow> flows() {
        return flows.values().stream()
                .flatMap(List::stream)
                .sorted(Flow.IN_ORDER)
                .toList();
    }
}
