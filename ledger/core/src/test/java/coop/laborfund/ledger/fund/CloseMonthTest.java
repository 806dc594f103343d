package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.PeriodEvent.MonthClosed;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed.YearResult;
import coop.laborfund.ledger.event.Rules;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloseMonthTest {

    private final TestLedger ledger = TestLedger.funded();

    private Recorded decemberOf(int year) {
        return ledger.closedThrough(year + "-11").accepts("%d-12-31 CLOSE_MONTH month=%d-12".formatted(year, year));
    }

    @Test
    void closesAMonthAndPostsNothing() {
        Recorded it = ledger.accepts("2020-02-15 CLOSE_MONTH month=2020-01");

        assertThat(it.event())
                .isEqualTo(new MonthClosed(it.voucher(), YearMonth.of(2020, 1), List.of(), Fen.ZERO, Rules.V2));
        assertThat(it.entry()).containsExactly("2020-01-31");
        ledger.refuses("2020-01-31 OTHER_INCOME amount=1", RefusalCode.PERIOD_CLOSED, "date");
        ledger.accepts("2020-02-01 OTHER_INCOME amount=1");
    }

    @Test
    void beginsWithTheMonthOfTheOpening() {
        TestLedger midYear = TestLedger.empty().given("2020-07-31 OPEN_FUND name=示例 party=320000000001");

        midYear.refuses("2020-08-31 CLOSE_MONTH month=2020-08", RefusalCode.PERIOD_NOT_NEXT, "month");
        midYear.accepts("2020-07-31 CLOSE_MONTH month=2020-07");
    }

    @Test
    void movesTheYearsResultInDecember() {
        ledger.given("""
                2020-02-01 ADVANCE_CAPITAL advance=A1 party=C1 amount=1000 rate=8 due=2020-12-31 resolution=决议
                2020-02-01 ADVANCE_CAPITAL advance=A2 party=C2 amount=1000 rate=8 due=2020-12-31 resolution=决议
                2020-12-01 RECEIVE_RETURN advance=A1 amount=80
                2020-12-01 RECEIVE_RETURN advance=A2 amount=70
                2020-12-01 OTHER_INCOME amount=12
                2020-12-01 PAY_EXPENSE amount=30
                2020-12-01 WRITE_OFF_ADVANCE advance=A2 amount=5 resolution=决议
                """);

        Recorded it = decemberOf(2020);

        assertThat(it.event())
                .isEqualTo(new MonthClosed(
                        it.voucher(),
                        YearMonth.of(2020, 12),
                        List.of(
                                new YearResult("511", "C1", yuan("-80")),
                                new YearResult("511", "C2", yuan("-70")),
                                new YearResult("502", "", yuan("-12")),
                                new YearResult("522", "", yuan("30")),
                                new YearResult("529", "", yuan("5"))),
                        Fen.ZERO,
                        Rules.V2));
        assertThat(it.entry())
                .containsExactly(
                        "2020-12-31",
                        "借 511:C1 80.00",
                        "贷 331 80.00",
                        "借 511:C2 70.00",
                        "贷 331 70.00",
                        "借 502 12.00",
                        "贷 331 12.00",
                        "贷 522 30.00",
                        "借 331 30.00",
                        "贷 529 5.00",
                        "借 331 5.00",
                        "借 331 127.00",
                        "贷 332:undistributed 127.00");
    }

    @Test
    void movesALossToo() {
        ledger.given("2020-02-01 PAY_EXPENSE amount=30");

        assertThat(decemberOf(2020).entry())
                .containsExactly(
                        "2020-12-31", "贷 522 30.00", "借 331 30.00", "贷 331 30.00", "借 332:undistributed 30.00");
    }

    @Test
    void postsNothingInADecemberWithoutResult() {
        assertThat(decemberOf(2020).entry()).containsExactly("2020-12-31");
    }

    /** January is recorded before December is closed: its postings belong to another year. */
    @Test
    void isDatedThe31stAndTakesThatYearsPostingsOnlyHoweverLateItIsRecorded() {
        ledger.given("""
                2020-06-01 OTHER_INCOME amount=10
                2021-01-10 OTHER_INCOME amount=7
                """).closedThrough("2020-11");

        assertThat(ledger.accepts("2021-02-10 CLOSE_MONTH month=2020-12").entry())
                .containsExactly(
                        "2020-12-31", "借 502 10.00", "贷 331 10.00", "借 331 10.00", "贷 332:undistributed 10.00");
        assertThat(ledger.credit("502")).isEqualTo("7.00");
        assertThat(decemberOf(2021).entry())
                .containsExactly("2021-12-31", "借 502 7.00", "贷 331 7.00", "借 331 7.00", "贷 332:undistributed 7.00");
    }

    /** The return of 2020 is undone in 2021, where it leaves income below nothing. */
    @Test
    void movesIncomeBelowZeroAfterAReversalInTheNextYear() {
        ledger.given("""
                2020-02-01 ADVANCE_CAPITAL advance=A1 party=C1 amount=1000 rate=8 due=2020-12-31 resolution=决议
                2020-12-01 RECEIVE_RETURN ref=r1 advance=A1 amount=80
                """);
        decemberOf(2020);
        ledger.given("2021-03-01 REVERSE reverses=r1 memo=记错");

        assertThat(decemberOf(2021).entry())
                .containsExactly(
                        "2021-12-31", "贷 511:C1 80.00", "借 331 80.00", "贷 331 80.00", "借 332:undistributed 80.00");
        assertThat(ledger.credit("332")).isEqualTo("0.00");
    }

    @Test
    void leavesEveryAccountOfTheResultAtZero() {
        ledger.given("""
                2020-02-01 OTHER_INCOME amount=30
                2020-02-01 PAY_EXPENSE amount=30
                """);
        decemberOf(2020);

        assertThat(List.of(ledger.credit("502"), ledger.debit("522"), ledger.credit("331"), ledger.credit("332")))
                .containsOnly("0.00");
    }

    /** A net of zero moves nothing to 332, and each account still goes to 331. */
    @Test
    void closesAccountsThatCancelEachOther() {
        ledger.given("""
                2020-02-01 OTHER_INCOME amount=30
                2020-02-01 PAY_EXPENSE amount=30
                """);

        assertThat(decemberOf(2020).entry())
                .containsExactly("2020-12-31", "借 502 30.00", "贷 331 30.00", "贷 522 30.00", "借 331 30.00");
    }

    @Test
    void endsTheYearsDistributions() {
        ledger.given("""
                2020-02-01 OTHER_INCOME amount=100
                2020-02-01 APPROPRIATE_RESERVE amount=60
                2020-02-01 DECLARE_DIVIDEND year=2020 amount=10
                2021-02-01 APPROPRIATE_RESERVE amount=5
                """);

        assertThat(decemberOf(2020).entry())
                .containsExactly(
                        "2020-12-31",
                        "借 502 100.00",
                        "贷 331 100.00",
                        "借 331 100.00",
                        "贷 332:undistributed 100.00",
                        "贷 332:distributed 70.00",
                        "借 332:undistributed 70.00");
        assertThat(ledger.debit("332:distributed")).isEqualTo("5.00");
        assertThat(ledger.credit("332:undistributed")).isEqualTo("30.00");
    }

    /** 522 until 2022, 523 and 524 since. */
    @Test
    void closesTheExpensesOfEitherChart() {
        ledger.given("""
                2022-12-01 PAY_EXPENSE amount=1
                2022-12-01 BANK_FEE amount=2
                2022-12-01 BANK_INTEREST amount=7
                2023-12-01 PAY_EXPENSE amount=3
                2023-12-01 BANK_FEE amount=4
                2023-12-01 BANK_INTEREST amount=9
                """);

        assertThat(decemberOf(2022).entry())
                .containsExactly(
                        "2022-12-31",
                        "借 502 7.00",
                        "贷 331 7.00",
                        "贷 522 3.00",
                        "借 331 3.00",
                        "借 331 4.00",
                        "贷 332:undistributed 4.00");
        assertThat(decemberOf(2023).entry())
                .containsExactly(
                        "2023-12-31",
                        "贷 523 3.00",
                        "借 331 3.00",
                        "借 524 5.00",
                        "贷 331 5.00",
                        "借 331 2.00",
                        "贷 332:undistributed 2.00");
    }
}
