package coop.laborfund.ledger.door;

import java.util.Optional;

/** Looks at the clock whose instants events bear. For many threads at once. */
@FunctionalInterface
public interface ClockWatch {

    /**
     * Why nothing would be recorded now; empty where the clock can be right.
     *
     * @throws DatabaseFailedException where the database does not say the time
     */
    Optional<ClockUntrustedException> trouble();
}
