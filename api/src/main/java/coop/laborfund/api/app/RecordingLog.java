package coop.laborfund.api.app;

import coop.laborfund.ledger.door.FundDecision;
import coop.laborfund.ledger.door.LedgerObserver;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each batch that was recorded: which fund, how much that was new, up to where, how long. Never what stood in it. */
final class RecordingLog implements LedgerObserver {

    private static final Logger LOG = LoggerFactory.getLogger("coop.laborfund.recording");

    @Override
    public void answered(String fund, FundDecision decision, boolean check, Duration took) {
        if (decision.recorded() && !check && decision.accepted() > 0) {
            LOG.atInfo()
                    .addKeyValue("fund", fund)
                    .addKeyValue("count", decision.accepted())
                    .addKeyValue("position", decision.position())
                    .addKeyValue("millis", took.toMillis())
                    .log("recorded");
        }
    }
}
