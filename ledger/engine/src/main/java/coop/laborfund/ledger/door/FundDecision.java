package coop.laborfund.ledger.door;

import coop.laborfund.ledger.fund.FundState;
import coop.laborfund.ledger.fund.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a fund answered to movements.
 *
 * @param outcomes one for each movement, in their order
 * @param recorded whether all of them stand in the history now, by this or by an earlier command; false where one was refused
 *     and after a mere check
 * @param position the last position of what was appended; where nothing was, the last of all when the answer was confirmed. A
 *     read that has seen this position has seen what the answer speaks of
 * @param state the fund's at this position; after a check, as the accepted movements would leave it
 * @param basis for recording it by {@link Recorder}: what a check was decided on; null for what was recorded
 */
public record FundDecision(
        List<Outcome> outcomes,
        boolean recorded,
        long position,
        FundState state,
        @Nullable DecisionBasis basis) {

    /** How many movements are new; the others were recorded earlier, or refused. */
    public int accepted() {
        return Math.toIntExact(
                outcomes.stream().filter(Outcome.Accepted.class::isInstance).count());
    }

    public List<Outcome.Refused> refused() {
        return outcomes.stream()
                .filter(Outcome.Refused.class::isInstance)
                .map(Outcome.Refused.class::cast)
                .toList();
    }
}
