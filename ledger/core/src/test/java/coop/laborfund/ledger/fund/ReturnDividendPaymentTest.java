package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.DividendEvent.DividendPaymentReturned;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class ReturnDividendPaymentTest {

    private final TestLedger ledger = TestLedger.funded().given("""
            2020-12-31 OTHER_INCOME amount=60
            2020-12-31 DECLARE_DIVIDEND year=2020 amount=60
            2020-12-31 PAY_DIVIDEND year=2020 party=*
            """);

    @Test
    void makesTheDividendUnpaidAgain() {
        Recorded it = ledger.accepts("2021-01-10 RETURN_DIVIDEND_PAYMENT year=2020 party=H1 amount=30");

        assertThat(it.event()).isEqualTo(new DividendPaymentReturned(it.voucher(), 2020, "H1", yuan("30")));
        assertThat(it.entry()).containsExactly("2021-01-10", "借 102 30.00", "贷 222:H1 30.00");
        ledger.accepts("2021-01-11 PAY_DIVIDEND year=2020 party=H1 amount=30");
    }

    @Test
    void isAskedWhatWasPaidLessWhatCameBack() {
        ledger.given("2021-01-10 RETURN_DIVIDEND_PAYMENT year=2020 party=H1 amount=20");

        ledger.refuses(
                "2021-01-10 RETURN_DIVIDEND_PAYMENT year=2020 party=H1 amount=10.01",
                RefusalCode.OVER_DIVIDEND,
                "amount");
        ledger.accepts("2021-01-10 RETURN_DIVIDEND_PAYMENT year=2020 party=H1 amount=10");
    }
}
