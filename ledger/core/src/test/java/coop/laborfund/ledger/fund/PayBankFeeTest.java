package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.TreasuryEvent.BankFeePaid;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class PayBankFeeTest {

    @Test
    void isAnExpenseByTheChartOf2007AndAFinanceCostByThatOf2021() {
        TestLedger ledger = TestLedger.funded();

        Recorded it = ledger.accepts("2022-12-31 BANK_FEE ref=fee amount=5");

        assertThat(it.event()).isEqualTo(new BankFeePaid(it.voucher(), yuan("5")));
        assertThat(it.entry()).containsExactly("2022-12-31", "借 522 5.00", "贷 102 5.00");
        assertThat(ledger.accepts("2023-01-01 BANK_FEE amount=5").entry())
                .containsExactly("2023-01-01", "借 524 5.00", "贷 102 5.00");
        assertThat(ledger.accepts("2023-01-01 REVERSE reverses=fee memo=记错").entry())
                .containsExactly("2023-01-01", "贷 524 5.00", "借 102 5.00");
    }
}
