package coop.laborfund.api.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/** Where a text ends to be one. */
final class BrokenByte {

    private boolean quoted;
    private char last;
    private long row = 1;

    private BrokenByte() {}

    /** The row, counted as a CSV's are, of the first bytes that an encoding has no character for; the last row where it has all. */
    static long row(Source source, Charset charset) throws IOException {
        BrokenByte look = new BrokenByte();
        CharsetDecoder decoder = TextEncoding.strict(charset);
        CharBuffer text = CharBuffer.allocate(1 << 13);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 13);
        try (InputStream in = source.open()) {
            boolean end = false;
            while (!end) {
                int got = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = got < 0;
                bytes.position(bytes.position() + Math.max(got, 0)).flip();
                CoderResult result = decoder.decode(bytes, text, end);
                look.pass(text.flip());
                text.clear();
                bytes.compact();
                if (result.isError()) {
                    return look.row;
                }
            }
        }
        return look.row;
    }

    private void pass(CharBuffer text) {
        while (text.hasRemaining()) {
            char next = text.get();
            quoted ^= next == '"';
            boolean lineEnd = next == '\n' ? last != '\r' : next == '\r';
            row += lineEnd && !quoted ? 1 : 0;
            last = next;
        }
    }
}
