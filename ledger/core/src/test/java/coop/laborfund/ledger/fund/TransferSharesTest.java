package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.ShareEvent.SharesTransferred;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class TransferSharesTest {

    private final TestLedger ledger = TestLedger.funded();

    @Test
    void movesSharesFromOneHouseholdToAnother() {
        Recorded it = ledger.accepts("2020-02-01 TRANSFER_SHARES party=H1 counterparty=H2 amount=100");

        assertThat(it.event()).isEqualTo(new SharesTransferred(it.voucher(), "H1", "H2", yuan("100"), yuan("0")));
        assertThat(it.entry()).containsExactly("2020-02-01", "借 301:H1 100.00", "贷 301:H2 100.00");
    }

    @Test
    void asksTheReceiversLimit() {
        ledger.accepts("2020-02-01 TRANSFER_SHARES party=H1 counterparty=H2 amount=30000");
        ledger.refuses(
                "2020-02-01 TRANSFER_SHARES party=H3 counterparty=H2 amount=0.01",
                RefusalCode.OVER_SHARE_LIMIT,
                "amount");
    }

    @Test
    void needsNoMoneyInTheBank() {
        ledger.given("2020-02-01 PAY_EXPENSE amount=60000")
                .accepts("2020-02-01 TRANSFER_SHARES party=H1 counterparty=H2 amount=100");
    }
}
