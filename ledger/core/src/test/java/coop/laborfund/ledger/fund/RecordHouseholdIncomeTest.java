package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.HouseholdIncomeSource;
import coop.laborfund.ledger.event.LaborEvent.HouseholdIncomeRecorded;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordHouseholdIncomeTest {

    @ParameterizedTest
    @EnumSource
    void provesAHouseholdsOtherIncomeOfAYear(HouseholdIncomeSource source) {
        Recorded it = TestLedger.open()
                .accepts("2021-02-01 RECORD_HOUSEHOLD_INCOME party=H1 year=2020 amount=800 memo=出售证明 source="
                        + source.chinese());

        assertThat(it.event()).isEqualTo(new HouseholdIncomeRecorded(it.voucher(), "H1", 2020, yuan("800"), source));
        assertThat(it.entry()).containsExactly("2021-02-01");
    }
}
