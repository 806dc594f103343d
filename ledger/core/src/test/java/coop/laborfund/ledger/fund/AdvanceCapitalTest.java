package coop.laborfund.ledger.fund;

import static coop.laborfund.ledger.testing.TestLedger.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.AdvanceEvent.CapitalAdvanced;
import coop.laborfund.ledger.event.AdvancePurpose;
import coop.laborfund.ledger.money.Rate;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.ledger.testing.TestLedger.Recorded;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvanceCapitalTest {

    private static final String ADVANCE =
            "2020-02-29 ADVANCE_CAPITAL advance=A1 party=C1 amount=%s rate=8.5 due=%s resolution=决议1 source=%s";

    private final TestLedger ledger = TestLedger.funded();

    @Test
    void lendsFreeCashToACompany() {
        Recorded it = ledger.accepts(
                "2020-02-01 ADVANCE_CAPITAL advance=A1 party=C1 amount=30000 rate=8.5 due=2021-02-01 resolution=决议1");

        assertThat(it.event())
                .isEqualTo(new CapitalAdvanced(
                        it.voucher(),
                        "A1",
                        "C1",
                        yuan("30000"),
                        Rate.ofPercent("8.5"),
                        LocalDate.of(2021, 2, 1),
                        "决议1",
                        AdvancePurpose.TURNOVER));
        assertThat(it.entry()).containsExactly("2020-02-01", "借 113:C1:A1 30000.00", "贷 102 30000.00");
    }

    /** From 29 February a term of 36 months ends on 28 February; 60 days are counted as days. */
    @ParameterizedTest
    @CsvSource({"TURNOVER, 2023-02-28, 2023-03-01", "WAGES, 2020-04-29, 2020-04-30"})
    void endsItsLongestTermOnTheMonthsLastDay(String source, String latest, String tooLate) {
        ledger.refuses(ADVANCE.formatted("100", tooLate, source), RefusalCode.OVER_TERM, "due");
        ledger.accepts(ADVANCE.formatted("100", latest, source));
    }

    @Test
    void mayBeDueOnItsOwnDay() {
        ledger.accepts(ADVANCE.formatted("100", "2020-02-29", "TURNOVER"));
    }

    @Test
    void countsEveryAdvanceOfTheCompanyAgainstItsCap() {
        ledger.given("""
                2020-02-01 ADVANCE_CAPITAL advance=A7 party=C1 amount=20000 rate=8 due=2021-02-01 resolution=决议
                2020-02-01 ADVANCE_CAPITAL advance=A8 party=C2 amount=20000 rate=8 due=2021-02-01 resolution=决议
                2020-02-02 REPAY_ADVANCE advance=A7 amount=5000
                """);

        ledger.refuses(ADVANCE.formatted("15000.01", "2021-02-01", "TURNOVER"), RefusalCode.OVER_COMPANY_CAP, "amount");
        ledger.accepts(ADVANCE.formatted("15000", "2021-02-01", "TURNOVER"));
    }

    @Test
    void roundsTheCapDownToTheFen() {
        ledger.given("""
                2020-02-01 INVEST_SHARES party=H1 amount=0.01
                2020-02-01 SET_POLICY policy=companyCap=33.3333 resolution=决议
                """);

        ledger.refuses(ADVANCE.formatted("19999.99", "2021-02-01", "TURNOVER"), RefusalCode.OVER_COMPANY_CAP, "amount");
        ledger.accepts(ADVANCE.formatted("19999.98", "2021-02-01", "TURNOVER"));
    }

    @Test
    void leavesWhatIsHeldForOthersAndUnpaidDividendsAlone() {
        ledger.given("""
                2020-02-01 RECEIVE_DEPOSIT party=C1 amount=1000
                2020-02-01 RECORD_COLLECTIVE_INCOME amount=2000 source=SERVICE_FEE payer=FUND
                2020-02-01 OTHER_INCOME amount=600
                2020-02-01 DECLARE_DIVIDEND year=2020 amount=600
                2020-02-01 PAY_EXPENSE amount=40000
                """);

        ledger.refuses(
                ADVANCE.formatted("20000.01", "2021-02-01", "TURNOVER"), RefusalCode.INSUFFICIENT_FREE_CASH, "amount");
        ledger.accepts(ADVANCE.formatted("20000", "2021-02-01", "TURNOVER"));
    }

    @Test
    void takesTheCapFromThePolicyOfItsDate() {
        ledger.given("2020-03-01 SET_POLICY policy=companyCap=0 resolution=决议");

        ledger.accepts(ADVANCE.formatted("30000", "2021-02-01", "TURNOVER"));
    }
}
