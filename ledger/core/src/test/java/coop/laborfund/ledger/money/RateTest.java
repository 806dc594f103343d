package coop.laborfund.ledger.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

    @ParameterizedTest
    @CsvSource({"6, 6", "6.0000, 6", "0.5, 0.5", "0.0001, 0.0001", "100, 100", "0, 0", "0.0000, 0"})
    void isWrittenWithoutSuperfluousZeros(String read, String written) {
        assertThat(Rate.ofPercent(read)).hasToString(written);
    }

    @Test
    void hasFourDecimalsAtMost() {
        assertThatThrownBy(() -> Rate.ofPercent("0.00001")).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "50, 0.03, 0.01",
        "33.3333, 100, 33.33",
        "100, 12.34, 12.34",
        "0, 12.34, 0",
        "100, 1000000000000, 1000000000000",
        "50, -0.03, -0.02"
    })
    void ofAnAmountIsRoundedDownToTheFen(String percent, String yuan, String part) {
        assertThat(Rate.ofPercent(percent).floorOf(Fen.ofYuan(yuan))).isEqualTo(Fen.ofYuan(part));
    }
}
