package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.AdvanceEvent.PayoutRecovered;
import coop.laborfund.ledger.event.ReserveParts;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class RecoverPayoutTest {

    /** The reserve paid 150 for A1: 100 of fiscal money, 30 of a donation, 20 of surplus. */
    private final TestLedger ledger = TestLedger.funded().given("""
            2020-02-01 ADVANCE_CAPITAL advance=A1 party=C1 amount=1000 rate=8 due=2020-12-31 resolution=决议
            2020-02-01 OTHER_INCOME amount=200
            2020-02-01 FUND_RESERVE amount=100
            2020-02-01 FUND_RESERVE amount=30 source=DONATION
            2020-02-01 APPROPRIATE_RESERVE amount=50
            2021-02-01 PAY_GUARANTEE ref=paid guarantee=CAPITAL_SAFETY payer=RESERVE advance=A1 amount=150 year=2020 resolution=决议
            """);

    @Test
    void givesEachPartBackInTheOrderInWhichItPaid() {
        Recorded it = ledger.accepts("2021-03-01 RECOVER_PAYOUT advance=A1 amount=145");

        assertThat(it.event())
                .isEqualTo(new PayoutRecovered(
                        it.voucher(), "A1", "C1", yuan("145"), new ReserveParts(yuan("100"), yuan("30"), yuan("15"))));
        assertThat(it.entry())
                .containsExactly(
                        "2021-03-01",
                        "借 102 145.00",
                        "贷 235:risk 100.00",
                        "贷 311:risk 30.00",
                        "贷 502 15.00",
                        "借 332:distributed 15.00",
                        "贷 322:risk 15.00");
        ledger.refuses("2021-03-01 RECOVER_PAYOUT advance=A1 amount=5.01", RefusalCode.OVER_RECOVERY, "amount");
        ledger.accepts("2021-03-01 RECOVER_PAYOUT advance=A1 amount=5");
    }

    @Test
    void goesOnWhereTheLastOneStopped() {
        ledger.given("2021-03-01 RECOVER_PAYOUT advance=A1 amount=60");

        assertThat(ledger.accepts("2021-03-01 RECOVER_PAYOUT advance=A1 amount=60")
                        .entry())
                .containsExactly("2021-03-01", "借 102 60.00", "贷 235:risk 40.00", "贷 311:risk 20.00");
    }

    @Test
    void bindsThePayoutThatItRestsOn() {
        ledger.given("2021-03-01 RECOVER_PAYOUT ref=back advance=A1 amount=1");
        ledger.refuses("2021-03-01 REVERSE reverses=paid memo=记错", RefusalCode.ADVANCE_IN_USE, "reverses");

        ledger.given("2021-03-01 REVERSE reverses=back memo=记错");
        ledger.accepts("2021-03-01 REVERSE reverses=paid memo=记错");
    }
}
