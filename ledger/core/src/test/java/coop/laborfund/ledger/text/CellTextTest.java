package coop.laborfund.ledger.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

    /** White space, no-break and ideographic spaces, zero-width ones, byte order and direction marks. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                " ", "\t", "\n", "\u00A0", "\u3000", "\u2007", "\u202F", "\u200B", "\uFEFF", "\u200E", "\u202C",
                "\u2060"
            })
    void whatNobodySeesIsTrimmedRoundACellAndKeptWithin(String unseen) {
        assertThat(CellText.trim(unseen + "甲" + unseen + "乙" + unseen + unseen)).isEqualTo("甲" + unseen + "乙");
        assertThat(CellText.trim(unseen + unseen)).isEmpty();
        assertThat(CellText.withoutSpaces("甲" + unseen + "乙")).isEqualTo("甲乙");
    }

    @Test
    void digitsAndPunctuationAreNarrowedAndLettersAreNot() {
        assertThat(CellText.narrow("１，２；＝％Ａ（ａ）￥")).isEqualTo("1,2;=%Ａ(ａ)￥");
    }

    @ParameterizedTest
    @CsvSource({
        "333.333333333333, false, computed",
        "3.4965,           true,  computed",
        "3.4965,           false, decimals",
        "-5,               false, signed",
        "(5),              false, signed",
        "5-,               false, signed",
        "1万,              false, unit",
        "abc,              false, money",
    })
    void whyATextIsNoAmountIsToldApart(String cell, boolean computed, String why) {
        assertThat(MoneyText.whyNone(cell, computed)).isEqualTo(why);
    }
}
