package coop.laborfund.api.asking;

import coop.laborfund.api.answer.FindingsAnswer;
import coop.laborfund.api.answer.TraceAnswer;
import coop.laborfund.api.exporting.Exports;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.projections.door.AskFolds;
import coop.laborfund.projections.finding.FindingsFold;
import coop.laborfund.projections.trace.Direction;
import coop.laborfund.projections.trace.Question;
import coop.laborfund.projections.trace.Trace;
import coop.laborfund.projections.trace.TraceFold;
import coop.laborfund.projections.trace.TraceRule;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an inspector asks of a fund, with answers as commands, HTTP and exports give them; empty where it is not open. Without a day
 * it is today, which nothing is dated after.
 */
public final class InspectionQuestions {

    private final AskFolds folds;
    private final Knowing knowing;

    public InspectionQuestions(AskFolds folds, Knowing knowing) {
        this.folds = folds;
        this.knowing = knowing;
    }

    /** Reads what states of the books are called. */
    public Knowing knowing() {
        return knowing;
    }

    /** What there is to look at. */
    public Optional<Told<FindingsAnswer>> findings(
            Requester requester, String fund, @Nullable LocalDate asOf, @Nullable Long knownAt) {
        return folds.answer(requester, fund, asOf, knownAt, FindingsFold::new)
                .map(FindingsAnswer::of)
                .map(answer -> new Told<>(answer, Exports.findings(answer)));
    }

    /** @param from a household, a company or the ref of a voucher */
    public Optional<ToldTrace> trace(
            Requester requester,
            String fund,
            String from,
            Direction direction,
            TraceRule rule,
            @Nullable LocalDate asOf,
            @Nullable Long knownAt) {
        return folds.answer(
                        requester,
                        fund,
                        asOf,
                        knownAt,
                        scope -> new TraceFold(new Question(scope, from, direction, rule)))
                .map(InspectionQuestions::told);
    }

    private static ToldTrace told(Trace trace) {
        TraceAnswer answer = TraceAnswer.of(trace);
        return new ToldTrace(trace.known(), new Told<>(answer, Exports.trace(answer)));
    }
}
