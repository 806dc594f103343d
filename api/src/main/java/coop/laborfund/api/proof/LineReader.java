package coop.laborfund.api.proof;

import coop.laborfund.ledger.digest.Sha256;
import coop.laborfund.ledger.json.CanonicalText;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Function;

/**
 * Reads the lines of a batch one after another. Most of a line's members say what those of the line before said, or what can be
 * worked out: these are compared as bytes, and only where they differ are they read. For one thread alone.
 */
final class LineReader {

    private static final String UUID = "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh";
    private static final String HASH = "h".repeat(64);
    private static final String INSTANT = "dddd-dd-ddTdd:dd:dd.ddddddZ";

    private static final HexFormat HEX = HexFormat.of();

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    /** The bit of each of eight bytes that plain ASCII has not. */
    private static final long BEYOND_ASCII = 0x8080_8080_8080_8080L;

    private final byte[] bytes;
    private final MessageDigest sha256 = Sha256.start();
    private final byte[] digits = new byte[HASH.length()];
    private final Recurring fund = new Recurring(CanonicalText::string);
    private final Recurring previousHash = new Recurring(text -> text.string(HASH));
    private final Recurring recordedAt = new Recurring(text -> text.string(INSTANT));
    private final Recurring type = new Recurring(CanonicalText::string);
    private int at;

    LineReader(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean isAtEnd() {
        return at == bytes.length;
    }

    /**
     * The next line.
     *
     * @throws IllegalArgumentException where it is none, to the byte; the one after it is next then
     */
    EventLine next() {
        CanonicalText text = new CanonicalText(bytes, at, bytes.length);
        try {
            EventLine line = next(text);
            at = text.at();
            return line;
        } catch (RuntimeException malformed) {
            int wrong = text.at() - at;
            sha256.reset();
            passLine();
            throw new IllegalArgumentException("byte " + wrong, malformed);
        }
    }

    private void passLine() {
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        at = Math.min(at + 1, bytes.length);
    }

    /** No canonical text has a line break in it, so what is read ends with the line or is wrong. */
    private EventLine next(CanonicalText text) {
        text.expect(EventLine.EVENT_ID);
        text.string(UUID);
        text.expect(EventLine.FUND);
        String ofFund = fund.read(text);
        int stated = text.at();
        text.expect(EventLine.STATED);
        int hash = text.at();
        text.anyString();
        int rest = text.at();
        text.expect(EventLine.METADATA);
        int metadata = text.at();
        text.object();
        int metadataEnd = text.at();
        text.expect(EventLine.PAYLOAD);
        int payload = text.at();
        text.object();
        int payloadEnd = text.at();
        text.expect(EventLine.POSITION);
        long position = text.whole();
        text.expect(EventLine.PREVIOUS);
        String follows = previousHash.read(text);
        text.expect(EventLine.RECORDED_AT);
        String instant = recordedAt.read(text);
        text.expect(EventLine.RECORDED_BY);
        text.anyString();
        text.expect(EventLine.REVISION);
        int revision = Math.toIntExact(text.whole());
        text.expect(EventLine.SEQUENCE);
        long sequence = text.whole();
        text.expect(EventLine.TYPE);
        String ofType = type.read(text);
        text.expect(EventLine.END);
        int end = text.at();
        text.expect(EventLine.LINE_BREAK);
        requireUtf8(at, end);
        digest(stated, rest, end);
        boolean right = Arrays.equals(digits, 0, digits.length, bytes, hash + 1, rest - 1);
        String statedHash = right
                ? new String(digits, StandardCharsets.US_ASCII)
                : new CanonicalText(bytes, hash, rest).string(HASH);
        previousHash.isMostly(hash, rest, statedHash);
        return new EventLine(
                ofFund,
                statedHash,
                right,
                metadata,
                metadataEnd - metadata,
                payload,
                payloadEnd - payload,
                position,
                follows,
                instant,
                sequence,
                revision,
                ofType);
    }

    /** The digits of the hash that the line has: that of all of it but the one that it states. */
    private void digest(int stated, int rest, int end) {
        sha256.update(bytes, at, stated - at);
        sha256.update(bytes, rest, end - rest);
        byte[] digest = sha256.digest();
        for (int i = 0; i < digest.length; i++) {
            digits[2 * i] = (byte) HEX.toHighHexDigit(digest[i]);
            digits[2 * i + 1] = (byte) HEX.toLowHexDigit(digest[i]);
        }
    }

    /** Only well-formed sequences: no overlong ones, no surrogates, nothing beyond Unicode. */
    private void requireUtf8(int from, int to) {
        int next = from;
        while (next < to) {
            if (next + Long.BYTES <= to && ((long) EIGHT_BYTES.get(bytes, next) & BEYOND_ASCII) == 0) {
                next += Long.BYTES;
                continue;
            }
            int lead = bytes[next++] & 0xff;
            if (lead >= 0x80) {
                int more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
                int point = lead & (0x3f >> more);
                for (int end = next + more; next < end; next++) {
                    if (next >= to || (bytes[next] & 0xc0) != 0x80) {
                        throw new IllegalArgumentException("no UTF-8");
                    }
                    point = point << 6 | (bytes[next] & 0x3f);
                }
                int least = more == 1 ? 0x80 : more == 2 ? 0x800 : Character.MIN_SUPPLEMENTARY_CODE_POINT;
                boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
                if (lead < 0xc0 || lead >= 0xf8 || point < least || point > Character.MAX_CODE_POINT || surrogate) {
                    throw new IllegalArgumentException("no UTF-8");
                }
            }
        }
    }

    /** A string that mostly says what it said in the line before. */
    private final class Recurring {
        private final Function<CanonicalText, String> form;
        private int from;
        private int to;
        private String value = "";

        Recurring(Function<CanonicalText, String> form) {
            this.form = form;
        }

        String read(CanonicalText text) {
            int begin = text.at();
            if (to > from && text.skip(bytes, from, to)) {
                return value;
            }
            value = form.apply(text);
            from = begin;
            to = text.at();
            return value;
        }

        /** What it is likely to say next, as it stands somewhere in the batch. */
        void isMostly(int begin, int end, String text) {
            from = begin;
            to = end;
            value = text;
        }
    }
}
