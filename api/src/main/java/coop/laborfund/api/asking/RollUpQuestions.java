package coop.laborfund.api.asking;

import coop.laborfund.api.answer.FundSummaryAnswer;
import coop.laborfund.api.answer.RollUpAnswer;
import coop.laborfund.api.exporting.Exports;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.projections.door.AskRollUps;
import coop.laborfund.projections.door.RollUpWatch;
import coop.laborfund.projections.rollup.Division;
import coop.laborfund.projections.rollup.Moment;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What funds come to by division, from the prefecture to the household, with answers as commands, HTTP and exports give them. */
public final class RollUpQuestions {

    private final AskRollUps rollUps;
    private final Knowing knowing;

    public RollUpQuestions(AskRollUps rollUps, Knowing knowing) {
        this.rollUps = rollUps;
        this.knowing = knowing;
    }

    /** Reads what states of the books are called. */
    public Knowing knowing() {
        return knowing;
    }

    /**
     * What is asked about.
     *
     * @param year null for that of the day
     * @param asOf null for today
     */
    public Moment moment(
            Requester requester, @Nullable Integer year, @Nullable LocalDate asOf, @Nullable Long knownAt) {
        return rollUps.moment(requester, year, asOf, knownAt);
    }

    /** How many funds a question is about. */
    public int count(Requester requester, Division division, Moment moment) {
        return rollUps.count(requester, division, moment);
    }

    /** The funds of a division; empty where the watch ends it. */
    public Optional<Told<RollUpAnswer>> rollUp(
            Requester requester, Division division, Moment moment, RollUpWatch watch) {
        return rollUps.rollUp(requester, division, moment, watch)
                .map(rollUp -> RollUpAnswer.of(rollUp, moment))
                .map(answer -> new Told<>(answer, Exports.rollUp(answer)));
    }

    /** One fund by its households; empty where it was not open. */
    public Optional<Told<FundSummaryAnswer>> fund(Requester requester, String fund, Moment moment) {
        return rollUps.fund(requester, fund, moment)
                .map(summary -> FundSummaryAnswer.of(summary, moment))
                .map(answer -> new Told<>(answer, Exports.fundSummary(answer)));
    }
}
