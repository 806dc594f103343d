package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.ShareEvent.SharesInvested;
import coop.laborfund.ledger.event.ShareSource;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class InvestSharesTest {

    private final TestLedger ledger = TestLedger.open();

    @Test
    void putsMoneyInTheBankAndSharesInTheHouseholdsName() {
        Recorded it = ledger.accepts("2020-02-01 INVEST_SHARES party=H1 amount=5,000.5");

        assertThat(it.event())
                .isEqualTo(new SharesInvested(it.voucher(), "H1", yuan("5000.50"), ShareSource.INDUSTRY_FUND));
        assertThat(it.entry()).containsExactly("2020-02-01", "借 102 5000.50", "贷 301:H1 5000.50");
    }

    @Test
    void mayComeFromTheHouseholdsOwnMoney() {
        Recorded it = ledger.accepts("2020-02-01 入股 对象=H1 金额=100 来源=自有资金");

        assertThat(it.event()).isEqualTo(new SharesInvested(it.voucher(), "H1", yuan("100"), ShareSource.OWN));
    }

    @Test
    void mayReachTheLimitAndNotPassIt() {
        ledger.given("2020-02-01 INVEST_SHARES party=H1 amount=50000");

        ledger.refuses("2020-02-01 INVEST_SHARES party=H1 amount=0.01", RefusalCode.OVER_SHARE_LIMIT, "amount");
    }

    @Test
    void countsEverythingRecordedAgainstTheLimitWhateverItsDate() {
        ledger.given("2020-06-01 INVEST_SHARES party=H1 amount=50000");

        ledger.refuses("2020-02-01 INVEST_SHARES party=H1 amount=0.01", RefusalCode.OVER_SHARE_LIMIT, "amount");
    }

    @Test
    void mayBeRecordedLateWhileItsMonthIsOpen() {
        ledger.given("2020-01-31 CLOSE_MONTH month=2020-01");

        ledger.refuses("2020-01-31 INVEST_SHARES party=H1 amount=1", RefusalCode.PERIOD_CLOSED, "date");
        ledger.accepts("2020-02-01 INVEST_SHARES party=H1 amount=1");
    }

    @Test
    void isRecordedOnceHoweverOftenItIsHandedIn() {
        ledger.given("2020-02-01 INVEST_SHARES ref=r1 party=H1 amount=100");

        ledger.knows("2020-02-01 INVEST_SHARES ref=r1 party=H1 amount=100.00 source=INDUSTRY_FUND memo=又一次");
        ledger.refuses("2020-02-02 INVEST_SHARES ref=r1 party=H1 amount=100", RefusalCode.REF_REUSED, "ref");
        assertThat(ledger.credit("301:H1")).isEqualTo("100.00");
    }
}
