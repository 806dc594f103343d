package coop.laborfund.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.LaborEvent.TrainingCompleted;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class CompleteTrainingTest {

    @Test
    void namesTheCourse() {
        Recorded it = TestLedger.open().accepts("2020-02-01 COMPLETE_TRAINING party=W1 memo=焊工");

        assertThat(it.event()).isEqualTo(new TrainingCompleted(it.voucher(), "W1"));
        assertThat(it.voucher().memo()).isEqualTo("焊工");
        assertThat(it.entry()).containsExactly("2020-02-01");
    }
}
