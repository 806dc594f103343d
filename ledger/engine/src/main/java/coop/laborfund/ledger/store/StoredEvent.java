package coop.laborfund.ledger.store;

import coop.laborfund.ledger.chain.EventChain;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.StreamId;
import coop.laborfund.ledger.json.EventJson;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in the table, before any upcasting.
 *
 * @param position its number among all events, from 1, without gaps
 * @param sequence its number among its stream's events, from 0
 * @param revision the revision of {@code type} that the payload is in
 * @param recordedAt never earlier than that of the position before
 * @param recordedBy who recorded it
 * @param ref the voucher as the register has it, beside the payload's own and without a share in the hash; null where an event of
 *     another stream than a fund's has none
 * @param reverses likewise the ref that it undoes, null where it is no reversal
 * @param payload canonical JSON
 * @param metadata canonical JSON of an object of strings; {@code digest} is the movement's content digest
 * @param previousHash the hash of the stream's event before it
 * @param hash see {@link EventChain}
 */
@SuppressWarnings("ArrayRecordComponent") // Events are never compared, and whoever reads a hash leaves it as it is.
public record StoredEvent(
        long position,
        StreamId stream,
        long sequence,
        UUID eventId,
        String type,
        int revision,
        Instant recordedAt,
        String recordedBy,
        @Nullable String ref,
        @Nullable String reverses,
        String payload,
        String metadata,
        byte[] previousHash,
        byte[] hash) {

    /** The stream's id; of a fund's stream the fund. */
    public String fund() {
        return stream.id();
    }

    /** What the hash is to be taken over. */
    public String canonical() {
        return EventChain.canonical(
                eventId,
                stream,
                metadata,
                payload,
                position,
                previousHash,
                EventChain.instant(recordedAt),
                recordedBy,
                revision,
                sequence,
                type);
    }

    /**
     * The event of a fund's stream.
     *
     * @throws coop.laborfund.ledger.json.UnreadableEventException naming type, revision and position
     */
    public RecordedEvent read(EventJson json) {
        return new RecordedEvent(
                position,
                sequence,
                recordedAt,
                json.circumstances(metadata),
                json.read(position, type, revision, payload));
    }
}
