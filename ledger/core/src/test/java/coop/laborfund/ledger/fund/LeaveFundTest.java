package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.DividendEvent.DividendDeclared;
import coop.laborfund.ledger.event.DividendLine;
import coop.laborfund.ledger.event.SetupEvent.HouseholdLeft;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import org.junit.jupiter.api.Test;

class LeaveFundTest {

    private final TestLedger ledger = TestLedger.funded();

    @Test
    void letsASettledHouseholdGo() {
        ledger.given("2020-03-01 WITHDRAW_SHARES party=H3 amount=10000");

        Recorded it = ledger.accepts("2020-03-01 LEAVE_FUND party=H3");

        assertThat(it.event()).isEqualTo(new HouseholdLeft(it.voucher(), "H3"));
        assertThat(it.entry()).containsExactly("2020-03-01");
    }

    @Test
    void stopsEveryRowThatNamesTheHouseholdWhateverItsDate() {
        ledger.given("""
                2020-03-01 WITHDRAW_SHARES party=H3 amount=10000
                2020-03-01 LEAVE_FUND party=H3
                """);

        ledger.refuses("2020-02-01 CHANGE_HOUSEHOLD party=H3 size=1", RefusalCode.HOUSEHOLD_LEFT, "party");
        ledger.refuses("2020-02-01 INVEST_SHARES party=H3 amount=1", RefusalCode.HOUSEHOLD_LEFT, "party");
        ledger.refuses(
                "2020-02-01 TRANSFER_SHARES party=H1 counterparty=H3 amount=1",
                RefusalCode.HOUSEHOLD_LEFT,
                "counterparty");
        ledger.refuses(
                "2021-02-01 RECORD_HOUSEHOLD_INCOME party=H3 year=2021 amount=1 source=FARM memo=证明",
                RefusalCode.HOUSEHOLD_LEFT,
                "party");
        ledger.refuses(
                "2021-02-01 PAY_GUARANTEE guarantee=EMPLOYMENT_INCOME payer=GUARANTOR party=H3 amount=1 year=2021",
                RefusalCode.HOUSEHOLD_LEFT,
                "party");
    }

    /** A withdrawal that the bank sent back, last year's guarantee. */
    @Test
    void leavesToTheHouseholdWhatIsItsOwn() {
        ledger.given("""
                2020-03-01 WITHDRAW_SHARES ref=out party=H3 amount=10000
                2020-03-01 LEAVE_FUND party=H3
                2020-03-05 REVERSE reverses=out memo=银行退回
                2020-03-09 WITHDRAW_SHARES party=H3 amount=10000
                2021-02-01 RECORD_HOUSEHOLD_INCOME ref=farm party=H3 year=2020 amount=1 source=FARM memo=证明
                2021-02-01 PAY_GUARANTEE ref=paid guarantee=EMPLOYMENT_INCOME payer=GUARANTOR party=H3 amount=1 year=2020
                2021-02-02 REVERSE reverses=farm memo=记错
                2021-02-02 REVERSE reverses=paid memo=记错
                """);
    }

    @Test
    void leavesItsWorkersFree() {
        ledger.given("""
                2020-03-01 WITHDRAW_SHARES party=H3 amount=10000
                2020-03-01 LEAVE_FUND party=H3
                2020-04-01 REGISTER_WORKER party=W3 counterparty=H3
                2020-04-01 PLACE_WORKER ref=placed party=W3 counterparty=示例工厂 source=LOCAL
                2020-04-30 CONFIRM_WAGE ref=wage party=W3 month=2020-04 amount=3000 memo=银行流水
                2020-05-01 REVERSE reverses=wage memo=记错
                2020-05-01 REVERSE reverses=placed memo=记错
                """);
    }

    @Test
    void waitsForUnpaidDividendsOfAnyYear() {
        ledger.given("""
                2020-06-30 OTHER_INCOME amount=6
                2020-06-30 DECLARE_DIVIDEND year=2020 amount=6
                2021-01-01 WITHDRAW_SHARES party=H3 amount=10000
                """);
        ledger.refuses("2021-01-01 LEAVE_FUND party=H3", RefusalCode.HOUSEHOLD_NOT_SETTLED, "party");

        ledger.given("2021-01-01 PAY_DIVIDEND year=2020 party=H3").accepts("2021-01-01 LEAVE_FUND party=H3");
    }

    @Test
    void doesNotKeepDividendsFromBeingPaidReturnedAndUndone() {
        ledger.given("""
                2020-06-30 OTHER_INCOME amount=6
                2020-06-30 DECLARE_DIVIDEND year=2020 amount=6
                2020-06-30 PAY_DIVIDEND ref=paid year=2020 party=H3
                2020-06-30 WITHDRAW_SHARES party=H3 amount=10000
                2020-06-30 LEAVE_FUND party=H3
                2020-07-01 RETURN_DIVIDEND_PAYMENT year=2020 party=H3 amount=0.50
                2020-07-02 PAY_DIVIDEND year=2020 party=H3 amount=0.50
                2020-07-03 REVERSE reverses=paid memo=退票
                2020-07-04 PAY_DIVIDEND year=2020 party=*
                """);

        assertThat(ledger.credit("222:H3")).isEqualTo("0.00");
    }

    @Test
    void leavesTheHouseholdItsDividendForTheDaysItHeldShares() {
        ledger.given("""
                2020-06-30 WITHDRAW_SHARES party=H3 amount=10000
                2020-06-30 LEAVE_FUND party=H3
                2020-12-31 OTHER_INCOME amount=6000
                """);

        Recorded it = ledger.accepts("2020-12-31 DECLARE_DIVIDEND year=2020 rate=3.65");

        assertThat(it.event())
                .isInstanceOfSatisfying(
                        DividendDeclared.class,
                        declared -> assertThat(declared.lines()).contains(new DividendLine("H3", yuan("181.00"))));
    }

    @Test
    void keepsWhatTheHouseholdGaveAndTookFromBeingUndone() {
        ledger.given("""
                2020-02-01 TRANSFER_SHARES ref=taken party=H1 counterparty=H3 amount=100
                2020-02-01 TRANSFER_SHARES ref=given party=H3 counterparty=H1 amount=100
                2020-03-01 WITHDRAW_SHARES party=H3 amount=10000
                2020-03-01 LEAVE_FUND party=H3
                """);

        ledger.refuses("2020-04-01 REVERSE reverses=taken memo=记错", RefusalCode.HOUSEHOLD_LEFT, "reverses");
        ledger.refuses("2020-04-01 REVERSE reverses=given memo=记错", RefusalCode.HOUSEHOLD_LEFT, "reverses");
    }
}
