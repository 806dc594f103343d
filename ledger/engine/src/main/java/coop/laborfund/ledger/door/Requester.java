package coop.laborfund.ledger.door;

/**
 * Who asks something of the ledger, and how it came in; stands beside each event that is recorded for them.
 *
 * @param name who: the sign-in's name, where there is none the machine's
 * @param channel by which door, such as {@code http} or {@code cli}
 * @param request a name of the one request or run, the same on all that it recorded
 * @param takeover the decision by which a running fund's older books are entered, empty where what happens is recorded
 * @param clockTrustedBy who stands in for the clock where this program does not trust it, empty where nobody does
 */
public record Requester(String name, String channel, String request, String takeover, String clockTrustedBy) {

    /** Somebody who records what happens. */
    public Requester(String name, String channel, String request) {
        this(name, channel, request, "", "");
    }

    /** The same, who enters what older books say. */
    public Requester takingOver(String resolution) {
        return new Requester(name, channel, request, resolution, clockTrustedBy);
    }

    /** The same, for whose clock somebody stands in. */
    public Requester trustingClock(String operator) {
        return new Requester(name, channel, request, takeover, operator);
    }

    public boolean isTakingOver() {
        return !takeover.isEmpty();
    }
}
