package coop.laborfund.ledger.event;

import java.util.Map;

/**
 * How an event came to be recorded, where that was not as usual: read from what stands beside it in the history, hashed with it.
 *
 * @param takeover the decision by which it was taken over from older books (接管旧账), empty where it was recorded as it happened
 * @param simulatedClock whether the instant of its recording is invented, as a sample's is
 * @param clockTrustedBy who stood in for a clock that this program did not trust, empty where nobody had to
 */
public record Circumstances(String takeover, boolean simulatedClock, String clockTrustedBy) {

    /** The metadata's key of {@link #takeover}. */
    public static final String TAKEOVER = "takeover";

    /** The metadata's key that says by which clock, where that is not the database's. */
    public static final String CLOCK = "clock";

    public static final String SIMULATED = "simulated";

    /** The metadata's key of {@link #clockTrustedBy}. */
    public static final String CLOCK_TRUSTED_BY = "clockTrustedBy";

    public static final Circumstances USUAL = new Circumstances("", false, "");

    public static Circumstances of(Map<String, String> metadata) {
        String takeover = metadata.getOrDefault(TAKEOVER, "");
        boolean simulated = SIMULATED.equals(metadata.get(CLOCK));
        String trustedBy = metadata.getOrDefault(CLOCK_TRUSTED_BY, "");
        return takeover.isEmpty() && !simulated && trustedBy.isEmpty()
                ? USUAL
                : new Circumstances(takeover, simulated, trustedBy);
    }

    public boolean isTakenOver() {
        return !takeover.isEmpty();
    }
}
