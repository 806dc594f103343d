package coop.laborfund.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.SetupEvent.HouseholdChanged;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class ChangeHouseholdTest {

    @Test
    void changesTheNumberOfPeople() {
        Recorded it = TestLedger.open().accepts("2020-02-01 CHANGE_HOUSEHOLD party=H1 size=30");

        assertThat(it.event()).isEqualTo(new HouseholdChanged(it.voucher(), "H1", 30));
        assertThat(it.entry()).containsExactly("2020-02-01");
    }

    @Test
    void rewritesNoClosedMonth() {
        TestLedger ledger = TestLedger.open().closedThrough("2020-02");

        ledger.refuses("2020-02-01 CHANGE_HOUSEHOLD party=H1 size=4", RefusalCode.PERIOD_CLOSED, "date");
        ledger.accepts("2020-03-01 CHANGE_HOUSEHOLD party=H1 size=4");
    }
}
