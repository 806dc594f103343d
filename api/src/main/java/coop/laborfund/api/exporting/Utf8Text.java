package coop.laborfund.api.exporting;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Collects text as bytes in UTF-8, piece by piece: where a few pieces are Chinese, the others need not become characters of two
 * bytes first. A character beyond the basic plane must come in one piece.
 */
final class Utf8Text implements Appendable {

    /** From here on a character takes more than a byte. */
    private static final char ASCII = 0x80;

    private byte[] bytes = new byte[1 << 8];
    private int length;

    @Override
    public Utf8Text append(CharSequence piece) {
        makeRoom(piece.length());
        for (int i = 0; i < piece.length(); i++) {
            char character = piece.charAt(i);
            if (character >= ASCII) {
                return appendEncoded(piece.subSequence(i, piece.length()).toString());
            }
            bytes[length++] = (byte) character;
        }
        return this;
    }

    private Utf8Text appendEncoded(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        makeRoom(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
        return this;
    }

    @Override
    public Utf8Text append(CharSequence text, int from, int to) {
        return append(text.subSequence(from, to));
    }

    @Override
    public Utf8Text append(char character) {
        return append(String.valueOf(character));
    }

    private void makeRoom(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    void clear() {
        length = 0;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
