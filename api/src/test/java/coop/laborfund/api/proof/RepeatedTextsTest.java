package coop.laborfund.api.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RepeatedTextsTest {

    @Test
    void amongManyTheOnesThatCameTwiceAreNamed() {
        RepeatedTexts texts = new RepeatedTexts();
        for (int i = 0; i < 100_000; i++) {
            texts.add("R" + i);
        }
        texts.add("R7");
        texts.add("R99999");
        texts.add("R7");
        assertThat(texts.repeated()).containsExactlyInAnyOrder(RepeatedTexts.hash("R7"), RepeatedTexts.hash("R99999"));
    }

    @Test
    void ofVeryManySomeAreNamed() {
        RepeatedTexts texts = new RepeatedTexts();
        for (int i = 0; i < 10_000; i++) {
            texts.add("R" + i / 2);
        }
        assertThat(texts.repeated()).hasSize(1_000);
    }

    @Test
    void noneAndOneAreNoRepetition() {
        RepeatedTexts texts = new RepeatedTexts();
        assertThat(texts.repeated()).isEmpty();
        texts.add("R1");
        assertThat(texts.repeated()).isEmpty();
    }
}
