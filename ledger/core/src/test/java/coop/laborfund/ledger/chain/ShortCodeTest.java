package coop.laborfund.ledger.chain;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortCodeTest {

    private static final List<String> HASHES = IntStream.range(0, 200)
            .mapToObj(number ->
                    HexFormat.of().formatHex(Sha256.of(Integer.toString(number).getBytes(StandardCharsets.UTF_8))))
            .toList();

    @Test
    void hasFiveGroupsOfFourAndCarriesNinetyFiveBits() {
        assertThat(ShortCode.of("0".repeat(64)).text()).isEqualTo("0000-0000-0000-0000-0000");
        for (String hash : HASHES) {
            ShortCode code = ShortCode.of(hash);
            assertThat(code.text()).matches("([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}");
            assertThat(code.isOf(hash)).isTrue();
            for (int bit = 0; bit < 100; bit++) {
                assertThat(code.isOf(flipped(hash, bit))).as("bit %d", bit).isEqualTo(bit >= 95);
            }
        }
    }

    private static String flipped(String hash, int bit) {
        byte[] bytes = HexFormat.of().parseHex(hash);
        bytes[bit / 8] ^= (byte) (0x80 >> (bit % 8));
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void isReadHoweverItIsSpelled() {
        for (String hash : HASHES) {
            ShortCode code = ShortCode.of(hash);
            assertThat(ShortCode.read(code.text())).contains(code);
            assertThat(ShortCode.read(code.text().toLowerCase(Locale.ROOT).replace("-", " ")))
                    .contains(code);
            assertThat(ShortCode.read(
                            code.text().replace('1', 'l').replace('0', 'O').replace("-", "–")))
                    .contains(code);
        }
    }

    /** Or somebody who misheard a letter would be told that the history was forged. */
    @Test
    void aWrongLetterAndTwoThatChangedPlacesAreNoticed() {
        String letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        for (String hash : HASHES) {
            String code = ShortCode.of(hash).text();
            for (int at = 0; at < code.length(); at++) {
                if (code.charAt(at) == '-') {
                    continue;
                }
                for (int letter = 0; letter < letters.length(); letter++) {
                    String wrong = code.substring(0, at) + letters.charAt(letter) + code.substring(at + 1);
                    assertThat(ShortCode.read(wrong).isPresent()).isEqualTo(wrong.equals(code));
                }
                int next = at + 1 < code.length() && code.charAt(at + 1) == '-' ? at + 2 : at + 1;
                if (next < code.length() && code.charAt(at) != code.charAt(next)) {
                    StringBuilder exchanged = new StringBuilder(code);
                    exchanged.setCharAt(at, code.charAt(next));
                    exchanged.setCharAt(next, code.charAt(at));
                    assertThat(ShortCode.read(exchanged.toString())).isEmpty();
                    assertThat(ShortCode.isLikeOne(exchanged.toString())).isTrue();
                }
            }
        }
    }

    @Test
    void theOlderFormIsKnownForWhatItIs() {
        String hash = HASHES.getFirst();
        String old = hash.substring(0, 4) + "-" + hash.substring(4, 8) + "-" + hash.substring(8, 12);
        ShortCode code = ShortCode.read(old).orElseThrow();
        assertThat(code.isOld()).isTrue();
        assertThat(code.isOf(hash)).isTrue();
        assertThat(code.isOf(HASHES.get(1))).isFalse();
        assertThat(code.text()).isEqualTo(old);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "heads.json", "head", "0000-0000-0000-0000", "0000-0000-0000-0000-000U", "seals/100.json"})
    void whatIsNoCodeIsNone(String typed) {
        assertThat(ShortCode.read(typed)).isEmpty();
    }
}
