package coop.laborfund.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.LaborEvent.WorkerPlaced;
import coop.laborfund.ledger.event.PlacementKind;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlaceWorkerTest {

    private final TestLedger ledger = TestLedger.open();

    @ParameterizedTest
    @EnumSource
    void placesAWorkerWithAnyEmployer(PlacementKind kind) {
        Recorded it = ledger.accepts("2020-02-01 PLACE_WORKER party=W1 counterparty=示例工厂 source=" + kind.chinese());

        assertThat(it.event()).isEqualTo(new WorkerPlaced(it.voucher(), "W1", "示例工厂", kind));
        assertThat(it.entry()).containsExactly("2020-02-01");
    }

    @Test
    void mayBeginOnTheDayTheLastOneEnded() {
        ledger.given("""
                2020-02-01 PLACE_WORKER party=W1 counterparty=示例工厂 source=LOCAL
                2020-05-31 END_PLACEMENT party=W1
                """).accepts("2020-05-31 PLACE_WORKER party=W1 counterparty=示例农场 source=LOCAL");
    }

    @Test
    void looksBackToThePlacementBeforeWhenTheLastWasUndone() {
        ledger.given("""
                2020-02-01 PLACE_WORKER party=W1 counterparty=示例工厂 source=LOCAL
                2020-05-31 END_PLACEMENT party=W1
                2020-06-01 PLACE_WORKER ref=r1 party=W1 counterparty=示例农场 source=LOCAL
                2020-06-01 REVERSE reverses=r1 memo=记错
                """);

        ledger.refuses(
                "2020-05-30 PLACE_WORKER party=W1 counterparty=示例农场 source=LOCAL",
                RefusalCode.DATE_OUT_OF_ORDER,
                "date");
        ledger.accepts("2020-05-31 PLACE_WORKER party=W1 counterparty=示例农场 source=LOCAL");
    }
}
