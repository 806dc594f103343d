package coop.laborfund.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.testing.Row;
import coop.laborfund.ledger.testing.TestLedger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reversal of what the register of refs knows, and the state at hand does not yet. */
class StateBehindTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 12, 31);

    private final TestLedger ledger = TestLedger.funded();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-02-01 INVEST_SHARES party=H9 amount=100",
                "2020-02-01 ADVANCE_CAPITAL advance=A1 party=C1 amount=100 rate=8 due=2020-12-31 resolution=决议",
                "2020-02-02 REPAY_ADVANCE advance=A2 amount=10",
                "2020-02-01 PLACE_WORKER party=W9 counterparty=E1 source=LOCAL",
            })
    void isNoBugWhereTheStateIsNotTheNewest(String row) {
        FundState before = ledger.state();
        ledger.given("""
                2020-02-01 ADMIT_HOUSEHOLD party=H9 size=3
                2020-02-01 REGISTER_WORKER party=W9 counterparty=H9
                2020-02-01 ADVANCE_CAPITAL advance=A2 party=C1 amount=100 rate=8 due=2020-12-31 resolution=决议
                """);
        FundEvent original = ledger.accepts(Row.of(row).with("ref=r1")).event();

        assertThatThrownBy(() -> reverse(before, original)).isInstanceOf(StateBehindException.class);
        assertThat(reverse(ledger.state(), original).accepted()).hasSize(1);
    }

    private static BatchDecision reverse(FundState state, FundEvent original) {
        Row row = Row.of("2020-06-01 REVERSE ref=r2 reverses=r1 memo=记错").with("fund=F1");
        return BatchDecision.of(state, List.of(row.movement()), new Register(original), TODAY);
    }

    /** Knows one event, which nobody has undone. */
    private record Register(FundEvent original) implements PriorMovements {

        @Override
        public Optional<String> digestOf(String ref) {
            return Optional.empty();
        }

        @Override
        public Optional<FundEvent> eventOf(String ref) {
            return Optional.of(original);
        }

        @Override
        public boolean isReversed(String ref) {
            return false;
        }
    }
}
