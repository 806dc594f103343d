package coop.laborfund.ledger.store;

import coop.laborfund.ledger.event.Circumstances;
import coop.laborfund.ledger.event.StreamId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event's row but for what its place in the history gives it.
 *
 * @param ref what it is recorded under, of a fund's event the voucher; null where nothing is
 * @param reverses the ref that it undoes, null where it is no reversal
 */
record NewEvent(
        StreamId stream,
        long sequence,
        UUID eventId,
        String type,
        int revision,
        String recordedBy,
        @Nullable String ref,
        @Nullable String reverses,
        String payload,
        String metadata) {

    private static final String TRUSTS_CLOCK = '"' + Circumstances.CLOCK_TRUSTED_BY + "\":";

    /** Whether somebody stands in for the clock. Within a string of canonical JSON the quotes would be escaped. */
    boolean isClockTrusted() {
        return metadata.contains(TRUSTS_CLOCK);
    }
}
