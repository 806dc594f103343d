package coop.laborfund.ledger.event;

import java.util.Map;

/**
 * How an event came to be recorded, where that was not as usual: read from what stands beside it in the history, hashed with it.
 *
 * @param takeover the decision by which it was taken over from older books (接管旧账), empty where it was recorded as it happened
 * @param simulatedClock whether the instant of its recording is invented, as a sample's is
 */
public record Circumstances(String takeover, boolean simulatedClock) {

    /** The metadata's key of {@link #takeover}. */
    public static final String TAKEOVER = "takeover";

    /** The metadata's key that says by which clock, where that is not the database's. */
    public static final String CLOCK = "clock";

    public static final String SIMULATED = "simulated";

    public static final Circumstances USUAL = new Circumstances("", false);

    public static Circumstances of(Map<String, String> metadata) {
        String takeover = metadata.getOrDefault(TAKEOVER, "");
        boolean simulated = SIMULATED.equals(metadata.get(CLOCK));
        return takeover.isEmpty() && !simulated ? USUAL : new Circumstances(takeover, simulated);
    }

    public boolean isTakenOver() {
        return !takeover.isEmpty();
    }
}
