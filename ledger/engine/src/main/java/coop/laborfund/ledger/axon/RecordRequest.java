package coop.laborfund.ledger.axon;

import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.door.FundDecision;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.ledger.fund.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Movements of one fund that somebody wants recorded, all or none.
 *
 * @param checked what an earlier check said of the same movements, null where there was none
 */
record RecordRequest(
        List<Movement> movements,
        Requester requester,
        @Nullable FundDecision checked) {

    static RecordRequest of(List<Movement> movements, Requester requester) {
        return new RecordRequest(movements, requester, null);
    }

    static RecordRequest of(FundDecision checked, Requester requester) {
        return new RecordRequest(
                checked.outcomes().stream().map(Outcome::movement).toList(), requester, checked);
    }
}
