package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.TreasuryEvent.ExpensePaid;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class PayExpenseTest {

    private final TestLedger ledger = TestLedger.funded();

    @Test
    void isPaidFromTheBank() {
        Recorded it = ledger.accepts("2020-02-01 PAY_EXPENSE amount=12.34");

        assertThat(it.event()).isEqualTo(new ExpensePaid(it.voucher(), yuan("12.34")));
        assertThat(it.entry()).containsExactly("2020-02-01", "借 522 12.34", "贷 102 12.34");
    }

    @Test
    void mayTakeTheSurplusBelowZeroAndTheBankToIt() {
        ledger.given("2020-02-01 PAY_EXPENSE amount=60000");

        assertThat(ledger.state().books().distributableSurplus()).isEqualTo(yuan("-60000"));
        assertThat(ledger.debit("102")).isEqualTo("0.00");
    }
}
