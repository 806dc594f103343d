package coop.laborfund.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.SetupEvent.CompanyEnrolled;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class EnrollCompanyTest {

    @Test
    void enrollsACompany() {
        Recorded it = TestLedger.open().accepts("2020-02-01 ENROLL_COMPANY party=C3 name=示例人力资源公司");

        assertThat(it.event()).isEqualTo(new CompanyEnrolled(it.voucher(), "C3", "示例人力资源公司"));
        assertThat(it.entry()).containsExactly("2020-02-01");
    }
}
