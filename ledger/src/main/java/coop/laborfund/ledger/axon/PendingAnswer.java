package coop.laborfund.ledger.axon;

import coop.laborfund.ledger.fund.Outcome;
import coop.laborfund.ledger.store.PostgresEventStorageEngine;
import java.util.List;
import java.util.OptionalLong;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/** An answer that is whole once its unit of work has committed: only then is the position known. */
final class PendingAnswer {

    private final List<Outcome> outcomes;
    private final boolean recorded;
    private final @Nullable DecisionBasis basis;
    private OptionalLong position;

    private PendingAnswer(
            List<Outcome> outcomes, boolean recorded, OptionalLong position, @Nullable DecisionBasis basis) {
        this.basis = basis;
        this.outcomes = outcomes;
        this.recorded = recorded;
        this.position = position;
    }

    static PendingAnswer confirmed(FundDecision decision) {
        return new PendingAnswer(
                decision.outcomes(), decision.recorded(), OptionalLong.of(decision.position()), decision.basis());
    }

    /** The answer to movements that the current unit of work appends. */
    static PendingAnswer onceCommitted(List<Outcome> outcomes) {
        PendingAnswer answer = new PendingAnswer(outcomes, true, OptionalLong.empty(), null);
        CurrentUnitOfWork.get().afterCommit(unit -> answer.position = PostgresEventStorageEngine.lastAppendedIn(unit));
        return answer;
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    /** @throws java.util.NoSuchElementException before the commit */
    FundDecision decision() {
        return new FundDecision(outcomes, recorded, position.orElseThrow(), basis);
    }
}
