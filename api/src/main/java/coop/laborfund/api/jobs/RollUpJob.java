package coop.laborfund.api.jobs;

import coop.laborfund.api.answer.RollUpAnswer;
import coop.laborfund.projections.door.RollUpWatch;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Funds being added up. */
public final class RollUpJob extends Job implements RollUpWatch {

    private final String division;
    private final int funds;
    private final Function<RollUpWatch, Optional<RollUpAnswer>> question;
    private int fundsDone;
    private @Nullable RollUpAnswer result;

    /**
     * @param funds how many there are
     * @param question asked once; empty where the watch ends it
     */
    public RollUpJob(String division, int funds, Function<RollUpWatch, Optional<RollUpAnswer>> question) {
        this.division = division;
        this.funds = funds;
        this.question = question;
    }

    @Override
    JobState work() {
        Optional<RollUpAnswer> answer = question.apply(this);
        answer.ifPresent(this::keep);
        return answer.isPresent() ? JobState.DONE : JobState.CANCELLED;
    }

    private synchronized void keep(RollUpAnswer answer) {
        result = answer;
    }

    @Override
    void letGo() {
        // It holds nothing.
    }

    @Override
    public synchronized boolean at(int done, int total) {
        fundsDone = done;
        return !isCancelling();
    }

    @Override
    JobStanding answer(String id, JobState state, boolean cancelling) {
        return new RollUpJobAnswer(id, state, division, funds, fundsDone, cancelling, state.isEnd() ? result : null);
    }
}
