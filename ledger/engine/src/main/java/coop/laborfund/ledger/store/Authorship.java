package coop.laborfund.ledger.store;

/**
 * Who recorded something, and how it came in; stands beside each event.
 *
 * @param recordedBy who: the sign-in's name, where there is none the machine's
 * @param channel by which door, such as {@code http} or {@code cli}
 * @param request a name of the one request or run, the same on all that it recorded
 */
public record Authorship(String recordedBy, String channel, String request) {

    /** Metadata keys, as Axon carries them and the history keeps them. */
    public static final String RECORDED_BY = "recordedBy";

    public static final String CHANNEL = "channel";
    public static final String REQUEST = "request";
}
