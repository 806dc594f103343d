package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.TreasuryEvent.DepositReceived;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class ReceiveDepositTest {

    @Test
    void isHeldForTheCompany() {
        Recorded it = TestLedger.open().accepts("2020-02-01 RECEIVE_DEPOSIT party=C1 amount=100");

        assertThat(it.event()).isEqualTo(new DepositReceived(it.voucher(), "C1", yuan("100")));
        assertThat(it.entry()).containsExactly("2020-02-01", "借 102 100.00", "贷 211:deposit:C1 100.00");
    }
}
