package coop.laborfund.api.proof;

import coop.laborfund.ledger.json.EventJson;
import coop.laborfund.ledger.store.StoredEvent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * An event in a pack: one line of canonical JSON, that of which the hash is taken with the member {@code hash} in its place.
 *
 * @param recordedAt as it stands there, an instant with six decimals
 * @param hash the one that the line states
 * @param computed the one that the line has
 */
record EventLine(
        String fund,
        String hash,
        String payload,
        long position,
        String previousHash,
        String recordedAt,
        long sequence,
        int revision,
        String type,
        String computed) {

    private static final HexFormat HEX = HexFormat.of();
    private static final int HASH_DIGITS = 64;
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern INSTANT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{6}Z");

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

    /** @throws IllegalArgumentException where the bytes are no such line, to the byte */
    static EventLine read(byte[] bytes, int from, int to) {
        CanonicalText text = new CanonicalText(bytes, from, to);
        text.expect(EVENT_ID);
        form(text.string(), UUID);
        text.expect(FUND);
        String fund = text.string();
        int stated = text.at();
        text.expect(STATED);
        String hash = form(text.string(), HASH);
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
        String previousHash = form(text.string(), HASH);
        text.expect(RECORDED_AT);
        String recordedAt = form(text.string(), INSTANT);
        text.expect(RECORDED_BY);
        text.string();
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
                new String(bytes, payload, payloadEnd - payload, StandardCharsets.UTF_8),
                position,
                previousHash,
                recordedAt,
                sequence,
                revision,
                type,
                hash(bytes, from, stated, rest, to));
    }

    private static String hash(byte[] bytes, int from, int stated, int rest, int to) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, from, stated - from);
            digest.update(bytes, rest, to - rest);
            return HEX.formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static String form(String text, Pattern pattern) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(text.length() > HASH_DIGITS ? pattern.pattern() : text);
        }
        return text;
    }

    private static void requireUtf8(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                try {
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, i, to - i));
                    return;
                } catch (CharacterCodingException damaged) {
                    throw new IllegalArgumentException("no UTF-8", damaged);
                }
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
