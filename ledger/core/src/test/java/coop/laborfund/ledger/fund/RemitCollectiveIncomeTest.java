package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.VILLAGE;
import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRemitted;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class RemitCollectiveIncomeTest {

    @Test
    void handsTheVillagesMoneyOver() {
        TestLedger ledger =
                TestLedger.open().given("2020-02-01 RECORD_COLLECTIVE_INCOME amount=100 source=OPERATING payer=FUND");

        Recorded it = ledger.accepts("2020-02-02 REMIT_COLLECTIVE_INCOME amount=100");

        assertThat(it.event()).isEqualTo(new CollectiveIncomeRemitted(it.voucher(), VILLAGE, yuan("100")));
        assertThat(it.entry()).containsExactly("2020-02-02", "借 211:320000000001 100.00", "贷 102 100.00");
    }
}
