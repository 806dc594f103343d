package coop.laborfund.projections.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DivisionTest {

    private static final String VILLAGE = "532527100200";

    @ParameterizedTest
    @CsvSource({
        "'',53",
        "53,5325",
        "5325,532527",
        "532527,532527100",
        "532527100,532527100200",
        "532527100200,532527100200"
    })
    void eachLevelHasOneBelow(String code, String below) {
        Division division = new Division(code);
        assertThat(division.has(VILLAGE)).isTrue();
        assertThat(division.below(VILLAGE)).isEqualTo(new Division(below));
        assertThat(division.isVillage()).isEqualTo(code.length() == VILLAGE.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "532", "53252", "5325271", "53252710020", "5325271002001", "5x", " 53", "５３"})
    void otherTextsAreNoDivision(String text) {
        assertThat(Division.isCode(text)).isFalse();
        assertThatThrownBy(() -> new Division(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNeighborsVillageIsNotInIt() {
        assertThat(new Division("532528").has(VILLAGE)).isFalse();
        assertThat(new Division("532527100201").has(VILLAGE)).isFalse();
    }
}
