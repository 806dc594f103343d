package coop.laborfund.api.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8TextTest {

    private static final List<String> PIECES = List.of("", "a", "12.50", "村集体", "退股 R1", "é", "𠮷x", "x".repeat(300));

    @Test
    void holdsTheBytesOfAllItsPieces() {
        Random random = new Random(20_261_126);
        Utf8Text text = new Utf8Text();
        for (int round = 0; round < 200; round++) {
            text.clear();
            StringBuilder expected = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                String piece = PIECES.get(random.nextInt(PIECES.size()));
                text.append(piece).append('\n').append("<" + piece + ">", 1, 1 + piece.length());
                expected.append(piece).append('\n').append(piece);
            }
            assertThat(text.toBytes()).isEqualTo(expected.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
