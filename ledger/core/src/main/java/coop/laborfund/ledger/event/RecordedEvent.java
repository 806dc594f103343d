package coop.laborfund.ledger.event;

import java.time.Instant;

/**
 * A fund's event as the store keeps it.
 *
 * @param sequence its number among its own fund's events, from 0
 * @param recordedAt when it was recorded, never earlier than its predecessor
 */
public record RecordedEvent(long position, long sequence, Instant recordedAt, FundEvent event) implements Recorded {}
