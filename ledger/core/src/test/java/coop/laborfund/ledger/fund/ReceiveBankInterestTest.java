package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.TreasuryEvent.BankInterestReceived;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class ReceiveBankInterestTest {

    @Test
    void isOtherIncomeByTheChartOf2007AndLessFinanceCostByThatOf2021() {
        TestLedger ledger = TestLedger.open();

        Recorded it = ledger.accepts("2022-12-31 BANK_INTEREST amount=3.21");

        assertThat(it.event()).isEqualTo(new BankInterestReceived(it.voucher(), yuan("3.21")));
        assertThat(it.entry()).containsExactly("2022-12-31", "借 102 3.21", "贷 502 3.21");
        assertThat(ledger.accepts("2023-01-01 BANK_INTEREST amount=3.21").entry())
                .containsExactly("2023-01-01", "借 102 3.21", "贷 524 3.21");
    }
}
