package coop.laborfund.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.SetupEvent.HouseholdAdmitted;
import coop.laborfund.ledger.testing.Row;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class AdmitHouseholdTest {

    @Test
    void admitsAHouseholdAndKeepsItsNameOutOfTheHistory() {
        Recorded it = TestLedger.open().accepts("2020-02-01 ADMIT_HOUSEHOLD party=H4 size=5 name=示例户名");

        assertThat(it.event()).isEqualTo(new HouseholdAdmitted(it.voucher(), "H4", 5));
        assertThat(it.event().toString()).doesNotContain("示例户名");
        assertThat(it.entry()).containsExactly("2020-02-01");
    }

    @Test
    void handsTheNameOnBesideTheCommand() {
        Row row = Row.of("2020-02-01 ADMIT_HOUSEHOLD ref=r1 fund=F1 party=H4 size=5");

        assertThat(row.with("name=示例户名").movement().registered()).contains("示例户名");
        assertThat(row.movement().registered()).isEmpty();
    }

    @Test
    void keepsHouseholdsCompaniesAndWorkersInNameSpacesOfTheirOwn() {
        TestLedger.open().given("""
                2020-02-01 ADMIT_HOUSEHOLD party=C1 size=5
                2020-02-01 ENROLL_COMPANY party=W1 name=示例公司
                2020-02-01 REGISTER_WORKER party=H1 counterparty=C1
                """);
    }
}
