package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.Rules;
import coop.laborfund.ledger.event.TreasuryEvent.ExpensePaid;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class PayExpenseTest {

    private final TestLedger ledger = TestLedger.funded();

    @Test
    void isPaidFromTheBank() {
        Recorded it = ledger.accepts("2020-02-01 PAY_EXPENSE amount=12.34");

        assertThat(it.event()).isEqualTo(new ExpensePaid(it.voucher(), yuan("12.34"), Rules.V2));
        assertThat(it.entry()).containsExactly("2020-02-01", "借 522 12.34", "贷 102 12.34");
    }

    @Test
    void followsTheChartOfItsDate() {
        assertThat(ledger.accepts("2022-12-31 PAY_EXPENSE ref=e1 amount=1").entry())
                .contains("借 522 1.00");
        assertThat(ledger.accepts("2023-01-01 PAY_EXPENSE amount=1").entry()).contains("借 523 1.00");
        assertThat(ledger.accepts("2023-01-01 REVERSE reverses=e1 memo=记错").entry())
                .contains("贷 523 1.00");
    }

    @Test
    void mayTakeTheSurplusBelowZeroAndTheBankToIt() {
        ledger.given("2020-02-01 PAY_EXPENSE amount=60000");

        assertThat(ledger.state().books().distributableSurplus()).isEqualTo(yuan("-60000"));
        assertThat(ledger.debit("102")).isEqualTo("0.00");
    }
}
