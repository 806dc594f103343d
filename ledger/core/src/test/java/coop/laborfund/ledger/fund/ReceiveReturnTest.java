package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.AdvanceEvent.ReturnReceived;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class ReceiveReturnTest {

    private final TestLedger ledger = TestLedger.funded()
            .given("2020-02-01 ADVANCE_CAPITAL advance=A1 party=C1 amount=100 rate=8 due=2020-12-31 resolution=决议");

    @Test
    void isIncomeFromTheCompany() {
        Recorded it = ledger.accepts("2020-12-31 RECEIVE_RETURN advance=A1 amount=8");

        assertThat(it.event()).isEqualTo(new ReturnReceived(it.voucher(), "A1", "C1", yuan("8")));
        assertThat(it.entry()).containsExactly("2020-12-31", "借 102 8.00", "贷 511:C1 8.00");
    }

    @Test
    void mayComeAfterThePrincipalIsBack() {
        ledger.given("2020-12-31 REPAY_ADVANCE advance=A1 amount=100")
                .accepts("2021-01-31 RECEIVE_RETURN advance=A1 amount=8");
    }
}
