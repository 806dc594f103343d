package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.Rules;
import coop.laborfund.ledger.event.TreasuryEvent.ReserveAppropriated;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class AppropriateReserveTest {

    private final TestLedger ledger = TestLedger.funded().given("2020-02-01 OTHER_INCOME amount=100");

    @Test
    void setsSurplusAside() {
        Recorded it = ledger.accepts("2020-02-01 APPROPRIATE_RESERVE amount=60");

        assertThat(it.event()).isEqualTo(new ReserveAppropriated(it.voucher(), yuan("60"), Rules.V2));
        assertThat(it.entry()).containsExactly("2020-02-01", "借 332:distributed 60.00", "贷 322:risk 60.00");
    }

    @Test
    void countsExpensesAndLossesAgainstTheSurplus() {
        ledger.given("""
                2020-02-01 PAY_EXPENSE amount=10
                2020-02-01 ADVANCE_CAPITAL advance=A1 party=C1 amount=100 rate=8 due=2020-12-31 resolution=决议
                2020-02-01 RECEIVE_RETURN advance=A1 amount=5
                2020-02-01 WRITE_OFF_ADVANCE advance=A1 amount=20 resolution=决议
                """);

        ledger.refuses("2020-02-01 APPROPRIATE_RESERVE amount=75.01", RefusalCode.OVER_DISTRIBUTABLE_SURPLUS, "amount");
        ledger.accepts("2020-02-01 APPROPRIATE_RESERVE amount=75");
    }

    @Test
    void findsTheSameSurplusAfterTheYearIsClosed() {
        ledger.closedThrough("2020-12");

        ledger.refuses(
                "2021-01-01 APPROPRIATE_RESERVE amount=100.01", RefusalCode.OVER_DISTRIBUTABLE_SURPLUS, "amount");
        ledger.accepts("2021-01-01 APPROPRIATE_RESERVE amount=100");
    }
}
