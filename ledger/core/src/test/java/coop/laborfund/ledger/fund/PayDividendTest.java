package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.dividends;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.DividendEvent.DividendPaid;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class PayDividendTest {

    private final TestLedger ledger = TestLedger.funded().given("""
            2020-12-31 OTHER_INCOME amount=60
            2020-12-31 DECLARE_DIVIDEND year=2020 amount=60
            """);

    @Test
    void paysAHouseholdAllThatIsUnpaid() {
        Recorded it = ledger.accepts("2021-01-10 PAY_DIVIDEND year=2020 party=H1");

        assertThat(it.event()).isEqualTo(new DividendPaid(it.voucher(), 2020, dividends("H1 30.00")));
        assertThat(it.entry()).containsExactly("2021-01-10", "借 222:H1 30.00", "贷 102 30.00");
    }

    @Test
    void paysAPartAndThenTheRest() {
        ledger.given("2021-01-10 PAY_DIVIDEND year=2020 party=H1 amount=10");

        Recorded it = ledger.accepts("2021-01-11 PAY_DIVIDEND year=2020 party=H1");

        assertThat(it.event()).isEqualTo(new DividendPaid(it.voucher(), 2020, dividends("H1 20.00")));
    }

    @Test
    void paysEverybodyWithSomethingUnpaidInOneMovement() {
        ledger.given("2021-01-10 PAY_DIVIDEND year=2020 party=H2");

        Recorded it = ledger.accepts("2021-01-10 PAY_DIVIDEND year=2020 party=*");

        assertThat(it.event()).isEqualTo(new DividendPaid(it.voucher(), 2020, dividends("H1 30.00", "H3 10.00")));
        assertThat(it.entry()).containsExactly("2021-01-10", "借 222:H1 30.00", "借 222:H3 10.00", "贷 102 40.00");
    }

    @Test
    void keepsYearsApart() {
        ledger.given("""
                2021-12-31 OTHER_INCOME amount=6
                2021-12-31 DECLARE_DIVIDEND year=2021 amount=6
                2021-12-31 PAY_DIVIDEND year=2021 party=H1
                """);

        assertThat(ledger.credit("222:H1")).isEqualTo("30.00");
    }
}
