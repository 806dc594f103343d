package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.TreasuryEvent.DepositRefunded;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class RefundDepositTest {

    private final TestLedger ledger = TestLedger.open().given("2020-02-01 RECEIVE_DEPOSIT party=C1 amount=100");

    @Test
    void goesBackToTheCompany() {
        Recorded it = ledger.accepts("2020-02-02 REFUND_DEPOSIT party=C1 amount=100");

        assertThat(it.event()).isEqualTo(new DepositRefunded(it.voucher(), "C1", yuan("100")));
        assertThat(it.entry()).containsExactly("2020-02-02", "借 211:deposit:C1 100.00", "贷 102 100.00");
    }

    @Test
    void isNotPaidFromAnotherCompanysDeposit() {
        ledger.refuses("2020-02-02 REFUND_DEPOSIT party=C2 amount=1", RefusalCode.INSUFFICIENT_DEPOSIT, "amount");
    }
}
