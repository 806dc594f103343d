package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.TreasuryEvent.OtherIncomeReceived;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class ReceiveOtherIncomeTest {

    @Test
    void isTheFundsOwn() {
        Recorded it = TestLedger.open().accepts("2020-02-01 OTHER_INCOME amount=12.34 memo=利息");

        assertThat(it.event()).isEqualTo(new OtherIncomeReceived(it.voucher(), yuan("12.34")));
        assertThat(it.voucher().memo()).isEqualTo("利息");
        assertThat(it.entry()).containsExactly("2020-02-01", "借 102 12.34", "贷 502 12.34");
    }
}
