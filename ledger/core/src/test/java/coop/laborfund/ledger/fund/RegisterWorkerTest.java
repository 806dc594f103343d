package coop.laborfund.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.LaborEvent.WorkerRegistered;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class RegisterWorkerTest {

    @Test
    void registersAHouseholdsMember() {
        Recorded it = TestLedger.open().accepts("2020-02-01 REGISTER_WORKER party=W3 counterparty=H1");

        assertThat(it.event()).isEqualTo(new WorkerRegistered(it.voucher(), "W3", "H1"));
        assertThat(it.entry()).containsExactly("2020-02-01");
    }

    @Test
    void isAskedOnlyForWhatItNeeds() {
        TestLedger ledger = TestLedger.open().given("2020-02-01 ADMIT_HOUSEHOLD party=H4 size=1");

        ledger.refuses("2020-01-31 REGISTER_WORKER party=W3 counterparty=H4", RefusalCode.DATE_OUT_OF_ORDER, "date");
        ledger.accepts("2020-02-01 REGISTER_WORKER party=W3 counterparty=H4");
    }
}
