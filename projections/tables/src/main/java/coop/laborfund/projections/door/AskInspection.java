package coop.laborfund.projections.door;

import coop.laborfund.ledger.door.Requester;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.store.EventHistory;
import coop.laborfund.projections.finding.Findings;
import coop.laborfund.projections.finding.FindingsFold;
import coop.laborfund.projections.fold.Fold;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.trace.Direction;
import coop.laborfund.projections.trace.Question;
import coop.laborfund.projections.trace.Trace;
import coop.laborfund.projections.trace.TraceFold;
import coop.laborfund.projections.trace.TraceRule;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks what an inspector asks, of the history itself: it is read from its beginning each time, and nothing is kept. Every question
 * names who asks; everybody is answered as long as there is no sign-in. Answers are empty where the fund was not open at the position.
 *
 * <p>{@code knownAt} is the last position that counts, null for the last one recorded when the question is asked. Fails with {@link
 * coop.laborfund.ledger.door.DatabaseFailedException}. For many threads at once.
 */
public final class AskInspection {

    private final EventHistory history;
    private final VillageTime time;

    /** @param time what today is where nobody names the day of findings */
    public AskInspection(EventHistory history, VillageTime time) {
        this.history = history;
        this.time = time;
    }

    /**
     * What there is to look at.
     *
     * @param asOf the day that is asked about, null for today
     */
    public Optional<Findings> findings(
            Requester requester, String fund, @Nullable LocalDate asOf, @Nullable Long knownAt) {
        Scope scope = new Scope(fund, asOf == null ? time.today() : asOf, position(knownAt));
        return folded(scope, new FindingsFold(scope));
    }

    /**
     * Where money went, or came from.
     *
     * @param from a household, a company or the ref of a voucher
     * @param asOf the business date up to which money is followed, null for everything recorded
     */
    public Optional<Trace> trace(
            Requester requester,
            String fund,
            String from,
            Direction direction,
            TraceRule rule,
            @Nullable LocalDate asOf,
            @Nullable Long knownAt) {
        Scope scope = new Scope(fund, asOf == null ? Scope.ANY_DAY : asOf, position(knownAt));
        return folded(scope, new TraceFold(new Question(scope, from, direction, rule)));
    }

    private long position(@Nullable Long knownAt) {
        long last = Failures.own(history::lastPosition);
        return knownAt == null ? last : Math.min(knownAt, last);
    }

    private <R> Optional<R> folded(Scope scope, Fold<RecordedEvent, R> fold) {
        Iterator<RecordedEvent> events =
                Failures.own(history.ofFund(scope.fund(), 1, scope.knownAt())).iterator();
        if (!events.hasNext()) {
            return Optional.empty();
        }
        events.forEachRemaining(fold::add);
        return Optional.of(fold.result());
    }
}
