package coop.laborfund.api.importing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The encodings that a movements file may be in, tried in turn: a GB 18030 file is hardly ever valid UTF-8 by chance. */
final class TextEncoding {

    private static final List<Charset> TRIED = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TextEncoding() {}

    /** The text of a file, without its byte order mark. */
    static String decode(String file, byte[] bytes) throws UnreadableFileException {
        for (Charset charset : TRIED) {
            try {
                String text = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
            } catch (CharacterCodingException notThis) {
                // The next one may do; if none does, it is said below.
            }
        }
        throw new UnreadableFileException(
                file,
                "文件既不是 UTF-8 也不是 GB 18030 编码。请另存为 CSV UTF-8 后再试。",
                "neither UTF-8 nor GB 18030. Save it as CSV UTF-8 and try again.");
    }
}
