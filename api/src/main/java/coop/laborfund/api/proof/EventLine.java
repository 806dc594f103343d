package coop.laborfund.api.proof;

import coop.laborfund.ledger.json.EventJson;
import coop.laborfund.ledger.store.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * An event in a pack: one line of canonical JSON, that of which the hash is taken with the member {@code hash} in its place.
 *
 * @param recordedAt as it stands there, an instant with six decimals
 * @param hash the one that the line states
 * @param isRight whether that is the one that the line has
 * @param metadata where in the bytes that were read the metadata begin
 * @param metadataLength their length in bytes
 * @param payload where in the bytes that were read the payload begins
 * @param payloadLength its length in bytes
 */
record EventLine(
        String fund,
        String hash,
        boolean isRight,
        int metadata,
        int metadataLength,
        int payload,
        int payloadLength,
        long position,
        String previousHash,
        String recordedAt,
        long sequence,
        int revision,
        String type) {

    private static final HexFormat HEX = HexFormat.of();

    static final byte[] EVENT_ID = bytes("{\"eventId\":");
    static final byte[] FUND = bytes(",\"fund\":");
    static final byte[] STATED = bytes(",\"hash\":");
    static final byte[] METADATA = bytes(",\"metadata\":");
    static final byte[] PAYLOAD = bytes(",\"payload\":");
    static final byte[] POSITION = bytes(",\"position\":");
    static final byte[] PREVIOUS = bytes(",\"previousHash\":");
    static final byte[] RECORDED_AT = bytes(",\"recordedAt\":");
    static final byte[] RECORDED_BY = bytes(",\"recordedBy\":");
    static final byte[] REVISION = bytes(",\"revision\":");
    static final byte[] SEQUENCE = bytes(",\"sequence\":");
    static final byte[] TYPE = bytes(",\"type\":");
    static final byte[] END = bytes("}");
    static final byte[] LINE_BREAK = bytes("\n");

    static String write(StoredEvent event) {
        String canonical = event.canonical();
        int place = EVENT_ID.length
                + event.eventId().toString().length()
                + 2
                + FUND.length
                + EventJson.quote(event.fund()).length();
        return canonical.substring(0, place) + ",\"hash\":\"" + HEX.formatHex(event.hash()) + '"'
                + canonical.substring(place);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
