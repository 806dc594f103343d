package coop.laborfund.ledger.event;

import java.time.Instant;

/**
 * A fund's event as the store keeps it.
 *
 * @param sequence its number among its own fund's events, from 0
 * @param recordedAt when it was recorded, never earlier than its predecessor
 */
public record RecordedEvent(
        long position, long sequence, Instant recordedAt, Circumstances circumstances, FundEvent event)
        implements Recorded {

    /** One that was recorded as it happened. */
    public RecordedEvent(long position, long sequence, Instant recordedAt, FundEvent event) {
        this(position, sequence, recordedAt, Circumstances.USUAL, event);
    }

    /** What this one's reversal undid, or anything else that was said at the same place. */
    public RecordedEvent saying(FundEvent other) {
        return new RecordedEvent(position, sequence, recordedAt, circumstances, other);
    }
}
