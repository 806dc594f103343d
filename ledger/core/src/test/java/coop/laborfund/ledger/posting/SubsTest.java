package coop.laborfund.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubsTest {

    @ParameterizedTest
    @ValueSource(strings = {"C1", "deposit", "公司一", "a.b/(c)"})
    void aCompanyComesBackOutOfWhatItWasWrittenInto(String company) {
        assertThat(Subs.companyOfAdvance(Subs.advance(company, "A1"))).isEqualTo(company);
        assertThat(Subs.companyOfDeposit(Subs.deposit(company))).isEqualTo(company);
        assertThat(Subs.isDeposit(Subs.deposit(company))).isTrue();
    }
}
