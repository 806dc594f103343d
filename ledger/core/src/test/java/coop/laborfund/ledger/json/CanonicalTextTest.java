package coop.laborfund.ledger.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalTextTest {

    private static void read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        CanonicalText canonical = new CanonicalText(bytes, 0, bytes.length);
        canonical.object();
        assertThat(canonical.isAtEnd()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":1,\"b\":[],\"c\":{\"d\":null}}",
                "{\"a\":-12,\"b\":true,\"c\":false,\"村\":\"\\\"\\\\\\n\\u001f/é𠮷\u2028\u007f\"}",
                "{\"A\":0,\"a\":9007199254740991,\"aa\":\"\",\"b\":[1,\"2\",[3]]}",
                "{\"\uD840\uDC00\":1,\"\uF900\":2}",
            })
    void canonicalTextIsRead(String text) {
        read(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ }",
                "{\"a\": 1}",
                "{\"b\":1,\"a\":1}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":01}",
                "{\"a\":-0}",
                "{\"a\":1.0}",
                "{\"a\":1e3}",
                "{\"a\":\"\\/\"}",
                "{\"a\":\"\\u0041\"}",
                "{\"a\":\"\\u001F\"}",
                "{\"a\":\"\\u000a\"}",
                "{\"a\":\"\n\"}",
                "{\"a\":1,}",
                "{\"a\"}",
                "{\"a\":nul}",
                "{\"a\":[1,]}",
                "{",
                "",
                "{\"a\":12345678901234567}",
                "{\"\uF900\":2,\"\uD840\uDC00\":1}",
            })
    void anythingElseIsNot(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Long strings are passed over by eight bytes at a time. */
    @Test
    void aControlCharacterIsSeenWhereverItStands() {
        for (int before = 0; before < 20; before++) {
            for (int after = 0; after < 20; after++) {
                for (char plain : new char[] {' ', '!', '#', '[', ']', '\u007f', '\u0080', '村', '\u2028'}) {
                    read("{\"a\":\"" + "x".repeat(before) + plain + "y".repeat(after) + "\"}");
                }
                for (char control = 0; control < ' '; control++) {
                    String text = "{\"a\":\"" + "x".repeat(before) + control + "y".repeat(after) + "\"}";
                    assertThatThrownBy(() -> read(text)).isInstanceOf(IllegalArgumentException.class);
                }
            }
        }
    }
}
