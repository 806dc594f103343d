package coop.laborfund.ledger.store;

import coop.laborfund.ledger.door.Requester;

/** Keys of what stands beside an event, as Axon carries them and the history keeps them; their values are strings. */
public final class EventMetadata {

    /** The {@link Requester}'s name; a column of its own in the history. */
    public static final String RECORDED_BY = "recordedBy";

    public static final String CHANNEL = "channel";
    public static final String REQUEST = "request";

    /** The movement's content digest. */
    public static final String DIGEST = "digest";

    private EventMetadata() {}
}
