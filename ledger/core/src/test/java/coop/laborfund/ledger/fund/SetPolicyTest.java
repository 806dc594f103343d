package coop.laborfund.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.SetupEvent.PolicySet;
import coop.laborfund.ledger.policy.PolicyKey;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SetPolicyTest {

    private final TestLedger ledger = TestLedger.funded();

    private String shareLimitOn(String day) {
        return ledger.state()
                .policyOn(LocalDate.parse(day))
                .money(PolicyKey.SHARE_LIMIT)
                .toString();
    }

    @Test
    void recordsTheValuesInTheirCanonicalForm() {
        Recorded it = ledger.accepts("2020-02-01 SET_POLICY policy=shareLimit=60,000.5；stableMonths=06 resolution=决议1");

        assertThat(it.event())
                .isEqualTo(new PolicySet(
                        it.voucher(), new TreeMap<>(Map.of("shareLimit", "60000.50", "stableMonths", "6")), "决议1"));
        assertThat(it.entry()).containsExactly("2020-02-01");
    }

    @Test
    void holdsFromItsDateUntilAnotherDoes() {
        ledger.given("""
                2020-06-01 SET_POLICY policy=shareLimit=60000 resolution=决议2
                2020-03-01 SET_POLICY policy=shareLimit=40000 resolution=决议1
                """);

        assertThat(shareLimitOn("2020-02-29")).isEqualTo("50000.00");
        assertThat(shareLimitOn("2020-03-01")).isEqualTo("40000.00");
        assertThat(shareLimitOn("2020-05-31")).isEqualTo("40000.00");
        assertThat(shareLimitOn("2020-06-01")).isEqualTo("60000.00");
    }

    @Test
    void ofTwoFromOneDayTheLaterRecordedHolds() {
        ledger.given("""
                2020-03-01 SET_POLICY policy=shareLimit=60000 resolution=决议2
                2020-03-01 SET_POLICY policy=shareLimit=40000 resolution=决议1
                """);

        assertThat(shareLimitOn("2020-03-01")).isEqualTo("40000.00");
    }

    @Test
    void leavesTheOtherValuesAlone() {
        ledger.given("""
                2020-03-01 SET_POLICY policy=shareLimit=60000 resolution=决议1
                2020-04-01 SET_POLICY policy=floorRate=5 resolution=决议2
                """);

        assertThat(shareLimitOn("2020-05-01")).isEqualTo("60000.00");
    }

    @Test
    void limitsARowByThePolicyOfTheRowsOwnDate() {
        ledger.given("2020-03-01 SET_POLICY policy=shareLimit=30000 resolution=决议1");

        ledger.refuses("2020-03-01 INVEST_SHARES party=H1 amount=1", RefusalCode.OVER_SHARE_LIMIT, "amount");
        ledger.accepts("2020-02-29 INVEST_SHARES party=H1 amount=1");
    }

    @Test
    void isNotAskedOfWhatIsRecordedAlready() {
        ledger.given("""
                2020-03-01 SET_POLICY policy=shareLimit=0 resolution=决议1
                2020-03-01 WITHDRAW_SHARES party=H1 amount=1
                """);

        assertThat(ledger.credit("301:H1")).isEqualTo("29999.00");
    }
}
