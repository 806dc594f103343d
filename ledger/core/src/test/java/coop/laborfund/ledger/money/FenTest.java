package coop.laborfund.ledger.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.ledger.testing.Randomly;
import coop.laborfund.ledger.testing.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FenTest {

    @ParameterizedTest
    @CsvSource({"5000, 5000.00", "0.1, 0.10", "-12.5, -12.50", "0, 0.00", "1000000000000.00, 1000000000000.00"})
    void isWrittenInYuanWithTwoDecimals(String read, String written) {
        assertThat(Fen.ofYuan(read)).hasToString(written);
    }

    @Seeded
    void isReadAsItWasWritten(Randomly random) {
        for (int i = 0; i < 1000; i++) {
            Fen amount = Fen.of(random.between(-100_000_000_000_000L, 100_000_000_000_000L));

            assertThat(Fen.ofYuan(amount.toString())).isEqualTo(amount);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "1.999", "92233720368547758.08"})
    void isNeverRoundedOrWrapped(String yuan) {
        assertThatThrownBy(() -> Fen.ofYuan(yuan)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void throwsWhereTheSumLeavesTheRange() {
        Fen most = Fen.of(Long.MAX_VALUE);
        Fen least = Fen.of(Long.MIN_VALUE);
        Fen one = Fen.of(1);

        assertThatThrownBy(() -> most.plus(one)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> least.minus(one)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(least::negate).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void isComparedByItsValue() {
        assertThat(Fen.of(-1)).isLessThan(Fen.ZERO).isEqualTo(Fen.ofYuan("-0.01"));
        assertThat(Fen.of(2).exceeds(Fen.of(2))).isFalse();
        assertThat(Fen.of(3).exceeds(Fen.of(2))).isTrue();
        assertThat(Fen.of(-3).max(Fen.ZERO)).isEqualTo(Fen.ZERO);
    }
}
