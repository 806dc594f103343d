package coop.laborfund.ledger.door;

import java.time.Duration;

/** Is told what the ledger answered, for logs and figures. Called on the thread that asked; must not fail. */
@FunctionalInterface
public interface LedgerObserver {

    /**
     * @param check whether nothing was to be recorded
     * @param took from the command to the answer, and so with the append and its commit
     */
    void answered(String fund, FundDecision decision, boolean check, Duration took);
}
