package coop.laborfund.ledger.chain;

import coop.laborfund.ledger.digest.Sha256;
import coop.laborfund.ledger.event.StreamId;
import coop.laborfund.ledger.event.StreamKind;
import coop.laborfund.ledger.json.EventJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The hash of an event: SHA-256 over the UTF-8 bytes of one canonical JSON object (RFC 8785) of all that is stored of it,
 * payload and metadata as they were written, before any upcasting:
 *
 * <pre>{"eventId":…,"fund":…,"metadata":{…},"payload":{…},"position":…,"previousHash":…,"recordedAt":…,"recordedBy":…,
 * "revision":…,"sequence":…,"type":…}</pre>
 *
 * Hashes are 64 small hexadecimal digits; the first event of a stream follows {@link #START}. Instants bear six decimals and
 * {@code Z}. {@code fund} is the stream's id; a stream that is no fund's has a member {@code "kind":…} after it. The SQL function
 * {@code event_canonical} says the same.
 */
public final class EventChain {

    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    /** What a stream's first event follows, 32 zero bytes. */
    private static final byte[] START = new byte[LENGTH];

    private static final HexFormat HEX = HexFormat.of();

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private EventChain() {}

    /** What a stream's first event follows. */
    public static byte[] start() {
        return START.clone();
    }

    /** An instant as it stands in what is hashed, to the microsecond. */
    public static String instant(Instant instant) {
        return INSTANT.format(instant);
    }

    /**
     * What the hash is taken over.
     *
     * @param metadata canonical JSON
     * @param payload canonical JSON
     * @param recordedAt as {@link #instant} writes it
     */
    public static String canonical(
            UUID eventId,
            StreamId stream,
            String metadata,
            String payload,
            long position,
            byte[] previousHash,
            String recordedAt,
            String recordedBy,
            int revision,
            long sequence,
            String type) {
        return "{\"eventId\":\"" + eventId
                + "\",\"fund\":" + EventJson.quote(stream.id())
                + (stream.is(StreamKind.FUND) ? "" : ",\"kind\":" + EventJson.quote(stream.kind()))
                + ",\"metadata\":" + metadata
                + ",\"payload\":" + payload
                + ",\"position\":" + position
                + ",\"previousHash\":\"" + HEX.formatHex(previousHash)
                + "\",\"recordedAt\":\"" + recordedAt
                + "\",\"recordedBy\":" + EventJson.quote(recordedBy)
                + ",\"revision\":" + revision
                + ",\"sequence\":" + sequence
                + ",\"type\":" + EventJson.quote(type)
                + "}";
    }

    /** The hash of a canonical text. */
    public static byte[] hash(String canonical) {
        return Sha256.of(canonical.getBytes(StandardCharsets.UTF_8));
    }
}
