package coop.laborfund.api.importing;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The encodings that a movements file may be in: what its byte order mark says, else UTF-8, else GB 18030, which is hardly ever
 * valid UTF-8 by chance. The whole file is decoded once beforehand to find it.
 */
final class TextEncoding {

    private static final Charset GB_18030 = Charset.forName("GB18030");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TextEncoding() {}

    /** The text of a file, without its byte order mark. */
    static BufferedReader open(String file, Source source, ImportProgress progress)
            throws UnreadableFileException, IOException {
        Charset charset = detect(file, source);
        BufferedReader text = new BufferedReader(new InputStreamReader(source.open(file, progress), strict(charset)));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    private static Charset detect(String file, Source source) throws UnreadableFileException, IOException {
        Optional<Charset> marked = marked(source);
        Charset first = marked.orElse(StandardCharsets.UTF_8);
        if (decodes(source, first)) {
            return first;
        }
        if (marked.isPresent() || isUtf8ButForAFewBytes(source)) {
            throw broken(file, source, first);
        }
        if (decodes(source, GB_18030)) {
            return GB_18030;
        }
        throw broken(file, source, GB_18030);
    }

    /** What the byte order mark says, where there is one. */
    private static Optional<Charset> marked(Source source) throws IOException {
        byte[] start;
        try (InputStream bytes = source.open()) {
            start = bytes.readNBytes(3);
        }
        if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        boolean utf8 =
                start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF;
        return utf8 ? Optional.of(StandardCharsets.UTF_8) : Optional.empty();
    }

    private static boolean decodes(Source source, Charset charset) throws IOException {
        char[] ignored = new char[1 << 16];
        try (InputStream bytes = source.open();
                Reader text = new InputStreamReader(bytes, strict(charset))) {
            int got = 0;
            while (got >= 0) {
                got = text.read(ignored);
            }
            return true;
        } catch (CharacterCodingException notThis) {
            return false;
        }
    }

    static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * Whether it has more Chinese characters in UTF-8 than bytes that are none: in GB 18030, three bytes in a row hardly ever make
     * one, and read as GB 18030 such a file may well decode, to nonsense.
     */
    private static boolean isUtf8ButForAFewBytes(Source source) throws IOException {
        long characters = 0;
        long others = 0;
        try (InputStream bytes = new BufferedInputStream(source.open(), 1 << 16)) {
            int next = bytes.read();
            while (next >= 0) {
                int following = following(next);
                int got = 0;
                int first = next;
                next = bytes.read();
                while (got < following && next >= 0x80 && next <= 0xBF) {
                    got++;
                    next = bytes.read();
                }
                if (first >= 0x80 && (following == 0 || got < following)) {
                    others++;
                } else if (following >= 2) {
                    characters++;
                }
            }
        }
        return characters > others;
    }

    /** How many bytes follow a first one in UTF-8. */
    private static int following(int first) {
        if (first >= 0xF0 && first <= 0xF4) {
            return 3;
        }
        if (first >= 0xE0 && first <= 0xEF) {
            return 2;
        }
        return first >= 0xC2 && first <= 0xDF ? 1 : 0;
    }

    private static UnreadableFileException broken(String file, Source source, Charset charset) throws IOException {
        long row = BrokenByte.row(source, charset);
        String name = charset.equals(GB_18030) ? "GB 18030" : charset.name();
        return charset.equals(GB_18030)
                ? new UnreadableFileException(
                        file,
                        "既不是 UTF-8 也不是 GB 18030 编码:第 " + row + " 行有读不出的字节。请另存为 CSV UTF-8 后再试。",
                        "neither UTF-8 nor GB 18030: row " + row
                                + " has bytes that are no text. Save it as CSV UTF-8 and try again.")
                : new UnreadableFileException(
                        file,
                        "第 " + row + " 行有坏字节,不是 " + name + " 的字。请用表格软件打开,改好那一行,另存为 CSV UTF-8 后再试。",
                        "row " + row + " has broken bytes, which are no text in " + name
                                + ". Open it in a spreadsheet, correct that row, save it as CSV UTF-8 and try again.");
    }
}
