package coop.laborfund.api.importing;

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
import java.util.List;

/** The encodings that a movements file may be in, tried in turn: a GB 18030 file is hardly ever valid UTF-8 by chance. */
final class TextEncoding {

    private static final List<Charset> TRIED = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TextEncoding() {}

    /** The text of a file, without its byte order mark. The whole file is decoded once beforehand to find its encoding. */
    static Reader open(String file, Source source, ImportProgress progress)
            throws UnreadableFileException, IOException {
        Charset charset = detect(file, source);
        Reader text = new BufferedReader(new InputStreamReader(source.open(file, progress), strict(charset)));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    private static Charset detect(String file, Source source) throws UnreadableFileException, IOException {
        for (Charset charset : TRIED) {
            if (decodes(source, charset)) {
                return charset;
            }
        }
        throw new UnreadableFileException(
                file,
                "文件既不是 UTF-8 也不是 GB 18030 编码。请另存为 CSV UTF-8 后再试。",
                "neither UTF-8 nor GB 18030. Save it as CSV UTF-8 and try again.");
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

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
