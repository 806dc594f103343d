package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.ReserveSource;
import coop.laborfund.ledger.event.Rules;
import coop.laborfund.ledger.event.TreasuryEvent.ReserveFunded;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class FundReserveTest {

    @Test
    void isFiscalMoneyOwedToItsPurpose() {
        Recorded it = TestLedger.open().accepts("2020-02-01 FUND_RESERVE amount=100");

        assertThat(it.event()).isEqualTo(new ReserveFunded(it.voucher(), yuan("100"), ReserveSource.FISCAL, Rules.V2));
        assertThat(it.entry()).containsExactly("2020-02-01", "借 102 100.00", "贷 235:risk 100.00");
    }

    @Test
    void isTheFundsOwnWhereItWasGiven() {
        assertThat(TestLedger.open()
                        .accepts("2020-02-01 FUND_RESERVE amount=100 source=捐赠")
                        .entry())
                .containsExactly("2020-02-01", "借 102 100.00", "贷 311:risk 100.00");
    }
}
