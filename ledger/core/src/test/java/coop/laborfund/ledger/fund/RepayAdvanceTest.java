package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.AdvanceEvent.AdvanceRepaid;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class RepayAdvanceTest {

    private final TestLedger ledger = TestLedger.funded().given("""
            2020-02-01 ADVANCE_CAPITAL advance=A1 party=C1 amount=100 rate=8 due=2020-12-31 resolution=决议
            2020-02-01 ADVANCE_CAPITAL advance=A2 party=C1 amount=100 rate=8 due=2020-12-31 resolution=决议
            """);

    @Test
    void bringsPrincipalBackIntoTheBank() {
        Recorded it = ledger.accepts("2020-12-31 REPAY_ADVANCE advance=A1 amount=60");

        assertThat(it.event()).isEqualTo(new AdvanceRepaid(it.voucher(), "A1", "C1", yuan("60")));
        assertThat(it.entry()).containsExactly("2020-12-31", "借 102 60.00", "贷 113:C1:A1 60.00");
    }

    @Test
    void isAskedWhatOfThisAdvanceIsOutstanding() {
        ledger.given("2020-12-31 REPAY_ADVANCE advance=A1 amount=60");

        ledger.refuses("2020-12-31 REPAY_ADVANCE advance=A1 amount=40.01", RefusalCode.OVER_REPAYMENT, "amount");
        ledger.accepts("2020-12-31 REPAY_ADVANCE advance=A1 amount=40");
    }
}
