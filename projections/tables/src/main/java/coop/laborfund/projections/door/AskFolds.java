package coop.laborfund.projections.door;

import coop.laborfund.ledger.door.Requester;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.projections.fold.Fold;
import coop.laborfund.projections.query.Scope;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks what a fold says over a fund's history: statements, books, what is due. Every question names who asks; everybody is answered
 * as long as there is no sign-in. Nothing waits for the read tables, as it is the history itself that is read, page by page.
 *
 * <p>Fails with {@link coop.laborfund.ledger.door.DatabaseFailedException}. For many threads at once.
 */
public final class AskFolds {

    private final AskHistory history;
    private final VillageTime time;

    /** @param time what today is where nobody names the day */
    public AskFolds(AskHistory history, VillageTime time) {
        this.history = history;
        this.time = time;
    }

    /**
     * What a fold says; empty where the fund was not open at that position.
     *
     * @param asOf the day, null for today, which nothing is dated after
     * @param knownAt the last position that counts, null for the last one recorded when the question is asked
     * @param fold the fold over a scope
     */
    public <R> Optional<R> answer(
            Requester requester,
            String fund,
            @Nullable LocalDate asOf,
            @Nullable Long knownAt,
            Function<Scope, Fold<RecordedEvent, R>> fold) {
        long last = history.lastPosition(requester);
        long known = knownAt == null ? last : Math.min(knownAt, last);
        Scope scope = new Scope(fund, asOf == null ? time.today() : asOf, known);
        return history.events(requester, fund, 1).flatMap(events -> over(events, scope, fold));
    }

    private static <R> Optional<R> over(
            Stream<RecordedEvent> events, Scope scope, Function<Scope, Fold<RecordedEvent, R>> fold) {
        Iterator<RecordedEvent> known =
                events.takeWhile(event -> event.position() <= scope.knownAt()).iterator();
        if (!known.hasNext()) {
            return Optional.empty();
        }
        Fold<RecordedEvent, R> folding = fold.apply(scope);
        known.forEachRemaining(folding::add);
        return Optional.of(folding.result());
    }
}
