package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.ShareEvent.SharesWithdrawn;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class WithdrawSharesTest {

    private final TestLedger ledger = TestLedger.funded();

    @Test
    void paysSharesOutOfTheBank() {
        Recorded it = ledger.accepts("2020-02-01 WITHDRAW_SHARES party=H3 amount=10000");

        assertThat(it.event()).isEqualTo(new SharesWithdrawn(it.voucher(), "H3", yuan("10000"), Fen.ZERO));
        assertThat(it.entry()).containsExactly("2020-02-01", "借 301:H3 10000.00", "贷 102 10000.00");
    }

    @Test
    void looksAtWhatIsHeldByNowNotOnTheDay() {
        ledger.given("2020-06-01 INVEST_SHARES party=H3 amount=500");

        ledger.accepts("2020-02-01 WITHDRAW_SHARES party=H3 amount=10500");
    }

    @Test
    void needsMoneyThatIsNobodyElses() {
        ledger.given("""
                2020-02-01 RECEIVE_DEPOSIT party=C1 amount=500
                2020-02-01 FUND_RESERVE amount=300
                2020-02-01 ADVANCE_CAPITAL advance=A1 party=C1 amount=30000 rate=8 due=2020-12-31 resolution=决议
                2020-02-01 ADVANCE_CAPITAL advance=A2 party=C2 amount=29999.99 rate=8 due=2020-12-31 resolution=决议
                """);

        ledger.refuses("2020-02-01 WITHDRAW_SHARES party=H3 amount=0.02", RefusalCode.INSUFFICIENT_FREE_CASH, "amount");
        ledger.accepts("2020-02-01 WITHDRAW_SHARES party=H3 amount=0.01");
    }

    /** One percent of 60,000 yuan is tolerated. */
    @Test
    void isNotAtParOverALoss() {
        ledger.given("2020-02-01 PAY_EXPENSE amount=600.01");

        ledger.refuses("2020-02-01 WITHDRAW_SHARES party=H3 amount=1", RefusalCode.LOSS_NOT_ALLOCATED, "amount");
        ledger.given("2020-02-01 ALLOCATE_LOSS amount=0.02 resolution=决议");
        ledger.accepts("2020-02-01 WITHDRAW_SHARES party=H3 amount=1");
    }

    @Test
    void coversALossByWhatTheFundHasOfItsOwnAlone() {
        ledger.given("""
                2020-02-01 PAY_EXPENSE amount=700
                2020-02-01 FUND_RESERVE amount=1000
                """);
        ledger.refuses("2020-02-01 WITHDRAW_SHARES party=H3 amount=1", RefusalCode.LOSS_NOT_ALLOCATED, "amount");
        ledger.given("2020-02-01 FUND_RESERVE amount=100 source=DONATION");

        ledger.accepts("2020-02-01 WITHDRAW_SHARES party=H3 amount=1");
    }

    @Test
    void takesOwnMoneyFirst() {
        ledger.given("2020-02-01 INVEST_SHARES party=H3 amount=100 source=OWN");

        assertThat(ledger.accepts("2020-02-01 WITHDRAW_SHARES party=H3 amount=60")
                        .event())
                .extracting("own")
                .isEqualTo(yuan("60"));
        assertThat(ledger.accepts("2020-02-01 WITHDRAW_SHARES party=H3 amount=60")
                        .event())
                .extracting("own")
                .isEqualTo(yuan("40"));
        ledger.refuses(
                "2020-02-01 WITHDRAW_SHARES party=H3 amount=1 source=自有资金", RefusalCode.INSUFFICIENT_SHARES, "amount");
    }

    @Test
    void takesOfTheSourceThatIsNamed() {
        ledger.given("2020-02-01 INVEST_SHARES party=H3 amount=100 source=OWN");

        ledger.refuses(
                "2020-02-01 WITHDRAW_SHARES party=H3 amount=10000.01 source=INDUSTRY_FUND",
                RefusalCode.INSUFFICIENT_SHARES,
                "amount");
        ledger.accepts("2020-02-01 WITHDRAW_SHARES party=H3 amount=10000 source=INDUSTRY_FUND");
        ledger.accepts("2020-02-01 WITHDRAW_SHARES party=H3 amount=100 source=OWN");
    }
}
