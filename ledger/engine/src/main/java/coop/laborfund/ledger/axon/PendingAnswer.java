package coop.laborfund.ledger.axon;

import coop.laborfund.ledger.door.FundDecision;
import coop.laborfund.ledger.store.PostgresEventStorageEngine;
import java.util.List;
import java.util.Objects;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/** Answers that are whole once their unit of work has committed: only then are the positions known. */
final class PendingAnswer {

    private @Nullable List<FundDecision> decisions;

    private PendingAnswer() {}

    static PendingAnswer confirmed(List<FundDecision> decisions) {
        PendingAnswer answer = new PendingAnswer();
        answer.decisions = decisions;
        return answer;
    }

    /** The answers to a batch that the current unit of work appends. */
    static PendingAnswer onceCommitted(FundBatch batch) {
        PendingAnswer answer = new PendingAnswer();
        CurrentUnitOfWork.get()
                .afterCommit(unit -> answer.decisions = batch.decisions(
                        PostgresEventStorageEngine.lastAppendedIn(unit).orElseThrow()));
        return answer;
    }

    /** A decision for each request, in their order; after the commit. */
    List<FundDecision> decisions() {
        return Objects.requireNonNull(decisions);
    }
}
