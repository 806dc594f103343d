package coop.laborfund.ledger.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event's row but for what its place in the history gives it.
 *
 * @param reverses the voucher that it undoes, null where it is no reversal
 */
record NewEvent(
        String fund,
        long sequence,
        UUID eventId,
        String type,
        int revision,
        String recordedBy,
        String ref,
        @Nullable String reverses,
        String payload,
        String metadata) {}
