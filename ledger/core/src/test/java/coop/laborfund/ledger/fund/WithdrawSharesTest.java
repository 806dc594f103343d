package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.ShareEvent.SharesWithdrawn;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class WithdrawSharesTest {

    private final TestLedger ledger = TestLedger.funded();

    @Test
    void paysSharesOutOfTheBank() {
        Recorded it = ledger.accepts("2020-02-01 WITHDRAW_SHARES party=H3 amount=10000");

        assertThat(it.event()).isEqualTo(new SharesWithdrawn(it.voucher(), "H3", yuan("10000")));
        assertThat(it.entry()).containsExactly("2020-02-01", "借 301:H3 10000.00", "贷 102 10000.00");
    }

    @Test
    void looksAtWhatIsHeldByNowNotOnTheDay() {
        ledger.given("2020-06-01 INVEST_SHARES party=H3 amount=500");

        ledger.accepts("2020-02-01 WITHDRAW_SHARES party=H3 amount=10500");
    }

    @Test
    void needsTheMoneyInTheBank() {
        ledger.given("2020-02-01 PAY_EXPENSE amount=59999.99");

        ledger.refuses("2020-02-01 WITHDRAW_SHARES party=H3 amount=0.02", RefusalCode.INSUFFICIENT_CASH, "amount");
        ledger.accepts("2020-02-01 WITHDRAW_SHARES party=H3 amount=0.01");
    }
}
