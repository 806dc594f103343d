package coop.laborfund.ledger.axon;

import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.fund.Outcome;
import coop.laborfund.ledger.store.Authorship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Movements of one fund that somebody wants recorded, all or none.
 *
 * @param checked what an earlier check said of the same movements, null where there was none
 */
record RecordRequest(
        List<Movement> movements,
        Authorship authorship,
        @Nullable FundDecision checked) {

    static RecordRequest of(List<Movement> movements, Authorship authorship) {
        return new RecordRequest(movements, authorship, null);
    }

    static RecordRequest of(FundDecision checked, Authorship authorship) {
        return new RecordRequest(
                checked.outcomes().stream().map(Outcome::movement).toList(), authorship, checked);
    }
}
