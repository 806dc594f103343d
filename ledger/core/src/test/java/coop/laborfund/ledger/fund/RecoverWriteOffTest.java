package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.AdvanceEvent.WriteOffRecovered;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class RecoverWriteOffTest {

    private final TestLedger ledger = TestLedger.funded().given("""
            2020-02-01 ADVANCE_CAPITAL advance=A1 party=C1 amount=100 rate=8 due=2020-12-31 resolution=决议
            2021-12-31 WRITE_OFF_ADVANCE ref=r1 advance=A1 amount=50 resolution=决议
            """);

    @Test
    void isOtherIncomeNotPrincipal() {
        Recorded it = ledger.accepts("2022-12-31 RECOVER_WRITE_OFF advance=A1 amount=50");

        assertThat(it.event()).isEqualTo(new WriteOffRecovered(it.voucher(), "A1", "C1", yuan("50")));
        assertThat(it.entry()).containsExactly("2022-12-31", "借 102 50.00", "贷 502 50.00");
        assertThat(ledger.debit("113:C1:A1")).isEqualTo("50.00");
    }

    @Test
    void isNoUseOfTheAdvanceOnceTheWriteOffIsUndone() {
        ledger.given("2022-01-01 REVERSE reverses=r1 memo=记错");

        ledger.refuses("2022-12-31 RECOVER_WRITE_OFF advance=A1 amount=1", RefusalCode.OVER_RECOVERY, "amount");
    }
}
