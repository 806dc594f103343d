package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.AdvanceEvent.AdvanceWrittenOff;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class WriteOffAdvanceTest {

    private final TestLedger ledger = TestLedger.funded()
            .given("2020-02-01 ADVANCE_CAPITAL advance=A1 party=C1 amount=100 rate=8 due=2020-12-31 resolution=决议");

    @Test
    void turnsPrincipalIntoALoss() {
        Recorded it = ledger.accepts("2022-12-31 WRITE_OFF_ADVANCE advance=A1 amount=100 resolution=决议2");

        assertThat(it.event()).isEqualTo(new AdvanceWrittenOff(it.voucher(), "A1", "C1", yuan("100"), "决议2"));
        assertThat(it.entry()).containsExactly("2022-12-31", "借 529 100.00", "贷 113:C1:A1 100.00");
    }

    @Test
    void makesRoomUnderTheCompanysCap() {
        ledger.given("""
                2020-02-01 ADVANCE_CAPITAL advance=A2 party=C1 amount=29900 rate=8 due=2020-12-31 resolution=决议
                2022-12-31 WRITE_OFF_ADVANCE advance=A1 amount=100 resolution=决议2
                2022-12-31 ADVANCE_CAPITAL advance=A3 party=C1 amount=100 rate=8 due=2023-12-31 resolution=决议
                """);
    }
}
