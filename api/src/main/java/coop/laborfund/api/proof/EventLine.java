package coop.laborfund.api.proof;

import coop.laborfund.ledger.json.CanonicalText;
import coop.laborfund.ledger.json.EventJson;
import coop.laborfund.ledger.store.StoredEvent;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * An event in a pack: one line of canonical JSON, that of which the hash is taken with the member {@code hash} in its place.
 *
 * @param recordedAt as it stands there, an instant with six decimals
 * @param hash the one that the line states
 * @param isRight whether that is the one that the line has
 * @param payload where in the bytes that were read the payload begins
 * @param payloadLength its length in bytes
 */
record EventLine(
        String fund,
        String hash,
        boolean isRight,
        int payload,
        int payloadLength,
        long position,
        String previousHash,
        String recordedAt,
        long sequence,
        int revision,
        String type) {

    private static final HexFormat HEX = HexFormat.of();
    private static final String UUID = "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh";
    private static final String HASH = "h".repeat(64);
    private static final String INSTANT = "dddd-dd-ddTdd:dd:dd.ddddddZ";

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    /** The bit of each of eight bytes that plain ASCII has not. */
    private static final long BEYOND_ASCII = 0x8080_8080_8080_8080L;

    private static final byte[] EVENT_ID = bytes("{\"eventId\":");
    private static final byte[] FUND = bytes(",\"fund\":");
    private static final byte[] STATED = bytes(",\"hash\":");
    private static final byte[] METADATA = bytes(",\"metadata\":");
    private static final byte[] PAYLOAD = bytes(",\"payload\":");
    private static final byte[] POSITION = bytes(",\"position\":");
    private static final byte[] PREVIOUS = bytes(",\"previousHash\":");
    private static final byte[] RECORDED_AT = bytes(",\"recordedAt\":");
    private static final byte[] RECORDED_BY = bytes(",\"recordedBy\":");
    private static final byte[] REVISION = bytes(",\"revision\":");
    private static final byte[] SEQUENCE = bytes(",\"sequence\":");
    private static final byte[] TYPE = bytes(",\"type\":");
    private static final byte[] END = bytes("}");

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

    /**
     * @param sha256 used and left as it was
     * @throws IllegalArgumentException where the bytes are no such line, to the byte
     */
    static EventLine read(byte[] bytes, int from, int to, MessageDigest sha256) {
        CanonicalText text = new CanonicalText(bytes, from, to);
        text.expect(EVENT_ID);
        text.string(UUID);
        text.expect(FUND);
        String fund = text.string();
        int stated = text.at();
        text.expect(STATED);
        String hash = text.string(HASH);
        int rest = text.at();
        text.expect(METADATA);
        text.object();
        text.expect(PAYLOAD);
        int payload = text.at();
        text.object();
        int payloadEnd = text.at();
        text.expect(POSITION);
        long position = text.whole();
        text.expect(PREVIOUS);
        String previousHash = text.string(HASH);
        text.expect(RECORDED_AT);
        String recordedAt = text.string(INSTANT);
        text.expect(RECORDED_BY);
        text.anyString();
        text.expect(REVISION);
        int revision = Math.toIntExact(text.whole());
        text.expect(SEQUENCE);
        long sequence = text.whole();
        text.expect(TYPE);
        String type = text.string();
        text.expect(END);
        if (!text.isAtEnd()) {
            throw new IllegalArgumentException("byte " + (text.at() - from));
        }
        requireUtf8(bytes, from, to);
        return new EventLine(
                fund,
                hash,
                hash.equals(hash(sha256, bytes, from, stated, rest, to)),
                payload,
                payloadEnd - payload,
                position,
                previousHash,
                recordedAt,
                sequence,
                revision,
                type);
    }

    private static String hash(MessageDigest sha256, byte[] bytes, int from, int stated, int rest, int to) {
        sha256.update(bytes, from, stated - from);
        sha256.update(bytes, rest, to - rest);
        return HEX.formatHex(sha256.digest());
    }

    /** Only well-formed sequences: no overlong ones, no surrogates, nothing beyond Unicode. */
    private static void requireUtf8(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (at + Long.BYTES <= to && ((long) EIGHT_BYTES.get(bytes, at) & BEYOND_ASCII) == 0) {
                at += Long.BYTES;
                continue;
            }
            int lead = bytes[at++] & 0xff;
            if (lead >= 0x80) {
                int more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
                int point = lead & (0x3f >> more);
                for (int end = at + more; at < end; at++) {
                    if (at >= to || (bytes[at] & 0xc0) != 0x80) {
                        throw new IllegalArgumentException("no UTF-8");
                    }
                    point = point << 6 | (bytes[at] & 0x3f);
                }
                int least = more == 1 ? 0x80 : more == 2 ? 0x800 : Character.MIN_SUPPLEMENTARY_CODE_POINT;
                boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
                if (lead < 0xc0 || lead >= 0xf8 || point < least || point > Character.MAX_CODE_POINT || surrogate) {
                    throw new IllegalArgumentException("no UTF-8");
                }
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
