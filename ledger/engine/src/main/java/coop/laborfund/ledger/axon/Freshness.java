package coop.laborfund.ledger.axon;

import java.util.OptionalLong;

/** Asks the database whether a state is still the newest. */
@FunctionalInterface
interface Freshness {

    /**
     * @param sequence the fund's last event that the state knows, -1 where none
     * @return the last position of all; empty where the fund has moved on
     */
    OptionalLong lastPositionIfStillAt(String fund, long sequence);
}
