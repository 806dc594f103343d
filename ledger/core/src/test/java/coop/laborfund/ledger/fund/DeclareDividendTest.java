package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.dividends;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.DividendBasis;
import coop.laborfund.ledger.event.DividendBasis.Holder;
import coop.laborfund.ledger.event.DividendEvent.DividendDeclared;
import coop.laborfund.ledger.event.DividendEvent.DividendPaid;
import coop.laborfund.ledger.event.DividendLine;
import coop.laborfund.ledger.event.Rules;
import coop.laborfund.ledger.money.Rate;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclareDividendTest {

    private final TestLedger ledger = TestLedger.open().given("2020-01-01 OTHER_INCOME amount=1000000");

    private static DividendBasis basis(String from, String to, String... shareDays) {
        List<Holder> holders = Arrays.stream(shareDays)
                .map(holder -> holder.split(" "))
                .map(holder -> new Holder(holder[0], new BigInteger(holder[1])))
                .toList();
        return new DividendBasis(
                LocalDate.parse(from),
                LocalDate.parse(to),
                holders.stream().map(Holder::shareDays).reduce(BigInteger.ZERO, BigInteger::add),
                holders);
    }

    private List<DividendLine> declared(String row) {
        return ((DividendDeclared) ledger.accepts(row).event()).lines();
    }

    @Test
    void givesEachHouseholdALineOutOfTheSurplus() {
        ledger.given("""
                2020-01-01 INVEST_SHARES party=H2 amount=200
                2020-01-01 INVEST_SHARES party=H1 amount=100
                """);

        Recorded it = ledger.accepts("2020-12-31 DECLARE_DIVIDEND year=2020 amount=90");

        assertThat(it.event())
                .isEqualTo(new DividendDeclared(
                        it.voucher(),
                        2020,
                        null,
                        dividends("H1 30.00", "H2 60.00"),
                        basis("2020-01-01", "2020-12-31", "H1 3660000", "H2 7320000"),
                        Rules.V2));
        assertThat(it.entry())
                .containsExactly("2020-12-31", "借 332:distributed 90.00", "贷 222:H1 30.00", "贷 222:H2 60.00");
    }

    @Test
    void keepsTheRateItWasDeclaredBy() {
        ledger.given("2021-01-01 INVEST_SHARES party=H1 amount=100");

        Recorded it = ledger.accepts("2021-12-31 DECLARE_DIVIDEND year=2021 rate=6.5");

        assertThat(it.event())
                .isEqualTo(new DividendDeclared(
                        it.voucher(),
                        2021,
                        Rate.ofPercent("6.5"),
                        dividends("H1 6.50"),
                        basis("2021-01-01", "2021-12-31", "H1 3650000"),
                        Rules.V2));
        assertThat(it.entry()).containsExactly("2021-12-31", "借 332:distributed 6.50", "贷 222:H1 6.50");
    }

    /** 1 : 2 : 4 of 1.00 is 14 2/7, 28 4/7 and 57 1/7 fen; the fen that remains goes to the largest fraction. */
    @Test
    void givesTheFenThatRemainToTheLargestFractions() {
        ledger.given("""
                2020-01-01 INVEST_SHARES party=H1 amount=100
                2020-01-01 INVEST_SHARES party=H2 amount=200
                2020-01-01 INVEST_SHARES party=H3 amount=400
                """);

        assertThat(declared("2020-12-31 DECLARE_DIVIDEND year=2020 amount=1"))
                .isEqualTo(dividends("H1 0.14", "H2 0.29", "H3 0.57"));
    }

    /** U+20000 is above U+FA11, though its surrogates sort below it; the capital letters stand before both. */
    @Test
    void settlesTiesByTheCodePointsOfTheIds() {
        ledger.given("""
                2020-01-01 ADMIT_HOUSEHOLD party=𠀀 size=1
                2020-01-01 ADMIT_HOUSEHOLD party=﨑 size=1
                2020-01-01 INVEST_SHARES party=𠀀 amount=100
                2020-01-01 INVEST_SHARES party=﨑 amount=100
                2020-01-01 INVEST_SHARES party=H1 amount=100
                """);

        assertThat(declared("2020-12-31 DECLARE_DIVIDEND year=2020 amount=0.02"))
                .isEqualTo(dividends("H1 0.01", "﨑 0.01"));
        assertThat(declared("2020-12-31 DECLARE_DIVIDEND year=2020 amount=0.04"))
                .isEqualTo(dividends("H1 0.02", "﨑 0.01", "𠀀 0.01"));
    }

    @Test
    void countsEndOfDayBalancesFromTheDayOfInvestingToTheDayBeforeWithdrawing() {
        ledger.given("""
                2021-03-01 INVEST_SHARES party=H1 amount=365
                2021-03-11 WITHDRAW_SHARES party=H1 amount=365
                """);

        assertThat(declared("2021-12-31 DECLARE_DIVIDEND year=2021 rate=100")).isEqualTo(dividends("H1 10.00"));
    }

    @Test
    void countsUpToTheDayItIsDeclaredOn() {
        ledger.given("2021-01-01 INVEST_SHARES party=H1 amount=365");

        assertThat(declared("2021-01-10 DECLARE_DIVIDEND year=2021 rate=100")).isEqualTo(dividends("H1 10.00"));
    }

    @Test
    void countsNoDayAfterTheYearAndAllThatWasHeldBeforeIt() {
        ledger.given("2020-02-01 INVEST_SHARES party=H1 amount=365");

        assertThat(declared("2023-06-30 DECLARE_DIVIDEND year=2021 rate=100")).isEqualTo(dividends("H1 365.00"));
    }

    @Test
    void dividesBy365InLeapYearsToo() {
        ledger.given("2020-01-01 INVEST_SHARES party=H1 amount=365");

        assertThat(declared("2020-12-31 DECLARE_DIVIDEND year=2020 rate=100")).isEqualTo(dividends("H1 366.00"));
    }

    /** Half a fen is a fen, less than half is no line. */
    @Test
    void roundsARateHalfUp() {
        ledger.given("""
                2021-12-31 INVEST_SHARES party=H1 amount=3.65
                2021-12-31 INVEST_SHARES party=H2 amount=3.64
                2021-12-31 INVEST_SHARES party=H3 amount=10.95
                """);

        assertThat(declared("2021-12-31 DECLARE_DIVIDEND year=2021 rate=50"))
                .isEqualTo(dividends("H1 0.01", "H3 0.02"));
    }

    /** Recorded late, the withdrawal leaves 400 yuan less than nothing in February, which counts as nothing. */
    @Test
    void countsDaysBelowZeroAsZero() {
        ledger.given("""
                2021-03-01 INVEST_SHARES party=H1 amount=1000
                2021-02-01 WITHDRAW_SHARES party=H1 amount=400
                """);

        assertThat(declared("2021-12-31 DECLARE_DIVIDEND year=2021 rate=36.5")).isEqualTo(dividends("H1 183.60"));
    }

    @Test
    void seesAReversalFromTheDayOfTheReversalOn() {
        ledger.given("""
                2021-01-01 INVEST_SHARES ref=r1 party=H1 amount=365
                2021-01-11 REVERSE reverses=r1 memo=记错
                """);

        assertThat(declared("2021-12-31 DECLARE_DIVIDEND year=2021 rate=100")).isEqualTo(dividends("H1 10.00"));
    }

    @Test
    void addsUpWithOtherDeclarationsOfTheYear() {
        ledger.given("""
                2021-01-01 INVEST_SHARES party=H1 amount=365
                2021-06-30 DECLARE_DIVIDEND year=2021 amount=5
                2021-12-31 DECLARE_DIVIDEND year=2021 amount=7
                """);

        assertThat(((DividendPaid) ledger.accepts("2021-12-31 PAY_DIVIDEND year=2021 party=*")
                                .event())
                        .lines())
                .isEqualTo(dividends("H1 12.00"));
    }

    @Test
    void isNotTouchedByWhatIsRecordedLater() {
        ledger.given("""
                2021-01-01 INVEST_SHARES party=H1 amount=365
                2021-12-31 DECLARE_DIVIDEND year=2021 amount=5
                2021-01-01 INVEST_SHARES party=H2 amount=365
                """);

        assertThat(ledger.credit("222:H1")).isEqualTo("5.00");
        assertThat(ledger.credit("222:H2")).isEqualTo("0.00");
    }

    @Test
    void isOfAYearThatHasBegunAndThatTheFundHasLived() {
        ledger.given("2020-02-01 INVEST_SHARES party=H1 amount=365");

        ledger.refuses("2020-12-31 DECLARE_DIVIDEND year=2021 amount=5", RefusalCode.YEAR_OUT_OF_RANGE, "year");
        ledger.refuses("2020-12-31 DECLARE_DIVIDEND year=2019 amount=5", RefusalCode.YEAR_OUT_OF_RANGE, "year");
    }

    @Test
    void hasNothingToDivideWhereNobodyHeldShares() {
        ledger.refuses("2020-12-31 DECLARE_DIVIDEND year=2020 amount=5", RefusalCode.NOTHING_TO_DIVIDE, "year");
    }
}
