package coop.laborfund.ledger.fund;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.SetupEvent.FundOpened;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OpenFundTest {

    private final TestLedger ledger = TestLedger.empty();

    @Test
    void opensAFundForAVillageUnderItsOwnPolicy() {
        Recorded it = ledger.accepts(
                "2020-01-01 OPEN_FUND name=示例村劳务合作基金 party=320000000001 policy=shareLimit=1,000；floorRate=5.50 memo=筹备会");

        assertThat(it.event())
                .isEqualTo(new FundOpened(
                        new Voucher("F1", "v1", LocalDate.of(2020, 1, 1), "筹备会"),
                        "示例村劳务合作基金",
                        "320000000001",
                        new TreeMap<>(Map.of("shareLimit", "1000.00", "floorRate", "5.5"))));
        assertThat(it.entry()).containsExactly("2020-01-01");
    }

    @Test
    void bindsTheFirstRowsToThatPolicyFromTheDayOfOpening() {
        ledger.given("""
                2020-01-01 OPEN_FUND name=示例 party=320000000001 policy=shareLimit=1000
                2020-01-01 ADMIT_HOUSEHOLD party=H1 size=3
                2020-01-01 INVEST_SHARES party=H1 amount=1000
                """);

        ledger.refuses("2020-01-01 INVEST_SHARES party=H1 amount=0.01", RefusalCode.OVER_SHARE_LIMIT, "amount");
    }

    @Test
    void keepsFundsApartInOneFile() {
        ledger.given("""
                2020-01-01 OPEN_FUND fund=F1 name=示例一 party=320000000001
                2021-01-01 OPEN_FUND fund=F2 name=示例二 party=320000000002
                2021-01-01 ADMIT_HOUSEHOLD fund=F2 party=H1 size=3
                """);

        ledger.refuses("2021-01-01 INVEST_SHARES fund=F1 party=H1 amount=1", RefusalCode.UNKNOWN_HOUSEHOLD, "party");
    }
}
