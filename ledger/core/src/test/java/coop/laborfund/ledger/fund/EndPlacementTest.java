package coop.laborfund.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.LaborEvent.PlacementEnded;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class EndPlacementTest {

    private final TestLedger ledger =
            TestLedger.open().given("2020-02-01 PLACE_WORKER ref=placed party=W1 counterparty=示例工厂 source=LOCAL");

    @Test
    void endsTheOpenPlacement() {
        Recorded it = ledger.accepts("2020-05-31 END_PLACEMENT party=W1");

        assertThat(it.event()).isEqualTo(new PlacementEnded(it.voucher(), "W1", "示例工厂", "placed"));
        assertThat(it.entry()).containsExactly("2020-05-31");
    }

    @Test
    void mayEndItOnItsFirstDay() {
        ledger.accepts("2020-02-01 END_PLACEMENT party=W1");
        ledger.refuses("2020-02-01 END_PLACEMENT party=W1", RefusalCode.NOT_PLACED, "party");
    }
}
