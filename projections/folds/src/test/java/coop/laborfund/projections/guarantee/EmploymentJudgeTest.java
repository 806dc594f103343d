package coop.laborfund.projections.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.guarantee.EmploymentIncome.HouseholdVerdict;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The verdicts on the households on either side of each of their boundaries. */
class EmploymentJudgeTest extends JudgedHistory {

    private EmploymentIncome employment(int year, String day) {
        return judge(year, day).employmentIncome();
    }

    private HouseholdVerdict only(int year, String day) {
        return employment(year, day).households().getFirst();
    }

    private void open() {
        history.open("2023-01-01", Map.of("incomeLine.2023", "365.00", "stableMonths", "3", "stableWage", "0.01"));
    }

    @Test
    void isOnTrackWhereMonthsAndMoneyKeepPaceExactly() {
        open();
        history.admit("2023-01-01", "H1", 2);
        history.wage("2023-02-01", "W1", "H1", "2023-01", "244.00");
        assertThat(only(2023, "2023-05-01").verdict())
                .isEqualTo(Verdict.ON_TRACK); // day 121: 1 month of 3 is due on 121.67
        assertThat(only(2023, "2023-05-02").verdict()).isEqualTo(Verdict.AT_RISK); // day 122: months are late
        history.wage("2023-03-01", "W1", "H1", "2023-02", "0.02");
        assertThat(only(2023, "2023-05-02").verdict()).isEqualTo(Verdict.ON_TRACK); // 244.00 are due on day 122
        assertThat(only(2023, "2023-05-03").verdict()).isEqualTo(Verdict.AT_RISK);
    }

    @Test
    void monthsAreOfOneWorkerAndDistinct() {
        open();
        history.admit("2023-01-01", "H1", 1);
        history.wage("2023-06-01", "W1", "H1", "2023-01", "200");
        history.wage("2023-06-01", "W1", "H1", "2023-01", "200");
        history.wage("2023-06-01", "W2", "H1", "2023-02", "200");
        history.wage("2023-06-01", "W2", "H1", "2023-03", "200");
        history.wage("2024-01-20", "W2", "H1", "2023-12", "200");
        history.wage("2024-01-20", "W2", "H1", "2024-01", "200");
        assertThat(only(2023, "2023-12-31").months()).isEqualTo(2);
        assertThat(only(2023, "2023-12-31").monthsShort()).isEqualTo(1);
        assertThat(only(2023, "2023-12-30").verdict()).isEqualTo(Verdict.AT_RISK);
        assertThat(only(2023, "2023-12-31").verdict()).isEqualTo(Verdict.BREACHED);
        assertThat(only(2023, "2024-01-19").verdict()).isEqualTo(Verdict.BREACHED);
        assertThat(only(2023, "2024-01-20").verdict()).isEqualTo(Verdict.MET);
        assertThat(only(2023, "2024-01-20").income()).isEqualTo(yuan("1000"));
    }

    @Test
    void dividendsCountInTheYearOfTheirOwnDate() {
        open();
        history.admit("2023-01-01", "H1", 1);
        history.payDividend("2023-12-31", 2022, "H1", "100");
        history.payDividend("2024-01-01", 2023, "H1", "50");
        history.returnDividend("2023-12-31", 2022, "H1", "30");
        history.income("2024-01-05", "H1", 2023, "7");
        assertThat(only(2023, "2024-06-30").income()).isEqualTo(yuan("77"));
        assertThat(only(2024, "2024-06-30").income()).isEqualTo(yuan("50"));
    }

    @Test
    void aPayoutDoesNotMakeUpForMonths() {
        open();
        history.admit("2023-01-01", "H1", 1);
        history.payHousehold("2024-02-01", 2023, "H1", "365");
        assertThat(only(2023, "2024-02-01").verdict()).isEqualTo(Verdict.BREACHED);
        for (String month : new String[] {"2023-01", "2023-02", "2023-03"}) {
            history.wage("2023-06-01", "W1", "H1", month, "1");
        }
        assertThat(only(2023, "2024-02-01").verdict()).isEqualTo(Verdict.MET_BY_PAYOUT);
        assertThat(only(2023, "2024-01-31").verdict()).isEqualTo(Verdict.BREACHED);
        assertThat(only(2023, "2024-01-31").shortfall()).isEqualTo(yuan("362"));
    }

    @Test
    void householdsAndSizesAreThoseOfTheYearsDay() {
        open();
        history.admit("2023-01-01", "H1", 2);
        long second = history.admit("2023-03-01", "H2", 1);
        history.admit("2024-01-01", "H3", 1);
        history.resize("2023-08-01", "H1", 4);
        history.resize("2023-05-01", "H1", 3);
        history.resize("2024-01-01", "H1", 9);
        history.leave("2023-12-31", "H2");
        assertThat(employment(2023, "2023-02-28").households()).hasSize(1);
        assertThat(employment(2023, "2023-12-30").total()).isEqualTo(2);
        assertThat(employment(2023, "2023-12-30").evidence()).contains(second);
        assertThat(employment(2023, "2024-06-30").total()).isEqualTo(1);
        assertThat(only(2023, "2023-04-30").line()).isEqualTo(yuan("730"));
        assertThat(only(2023, "2023-05-01").line()).isEqualTo(yuan("1095"));
        assertThat(only(2023, "2024-06-30").line()).isEqualTo(yuan("1460"));
        assertThat(only(2023, "2024-06-30").evidence()).containsExactly(1L, 2L, 5L);
    }

    @Test
    void theFundsVerdictIsTheWorst() {
        history.open("2023-01-01", Map.of("incomeLine.2023", "100.00", "stableMonths", "1", "stableWage", "60.00"));
        history.admit("2023-01-01", "H1", 1);
        history.admit("2023-01-01", "H2", 1);
        history.wage("2023-06-01", "W1", "H1", "2023-05", "100");
        history.wage("2023-06-01", "W2", "H2", "2023-05", "60");
        EmploymentIncome june = employment(2023, "2023-06-30");
        assertThat(june.verdict()).isEqualTo(Verdict.ON_TRACK);
        assertThat(june.satisfied()).isEqualTo(1);
        assertThat(june.shortfall()).isEqualTo(yuan("40"));
        assertThat(june.reasons())
                .containsExactly(new Reason.Households(Verdict.ON_TRACK, List.of("H2"), 1, yuan("40")));
        assertThat(employment(2023, "2024-01-01").verdict()).isEqualTo(Verdict.BREACHED);
    }

    @Test
    void withoutHouseholdsItHasNotStarted() {
        history.open("2023-02-01", Map.of());
        assertThat(employment(2023, "2023-02-01").verdict()).isEqualTo(Verdict.NOT_STARTED);
        assertThat(employment(2023, "2023-01-31").verdict()).isEqualTo(Verdict.NOT_STARTED);
        assertThat(employment(2022, "2023-06-01").verdict()).isEqualTo(Verdict.NOT_STARTED);
    }

    @Test
    void whoJoinsLateIsFirstJudgedForTheNextYear() {
        open();
        history.admit("2023-09-30", "H1", 1);
        long late = history.admit("2023-10-01", "H2", 4);
        history.income("2023-12-01", "H2", 2023, "10");
        EmploymentIncome first = employment(2023, "2023-12-31");
        assertThat(first.households())
                .extracting(HouseholdVerdict::verdict)
                .containsExactly(Verdict.BREACHED, Verdict.NOT_STARTED);
        assertThat(first.households().getLast().shortfall()).isEqualTo(yuan("1450"));
        assertThat(first.households().getLast().reasons()).isEmpty();
        assertThat(first.total()).isEqualTo(1);
        assertThat(first.shortfall()).isEqualTo(yuan("365"));
        assertThat(first.evidence()).doesNotContain(late);
        assertThat(employment(2024, "2024-12-31").total()).isEqualTo(2);
    }

    @Test
    void withNobodyToJudgeItHasNotStarted() {
        open();
        history.admit("2023-12-20", "H1", 1);
        assertThat(employment(2023, "2023-12-31").verdict()).isEqualTo(Verdict.NOT_STARTED);
        assertThat(employment(2023, "2023-12-31").total()).isZero();
        assertThat(employment(2023, "2023-12-31").shortfall()).isEqualTo(Fen.ZERO);
    }

    @Test
    void aMonthCountsFromARealWageOfAllEmployersTogether() {
        history.open("2023-01-01", Map.of("incomeLine.2023", "100.00", "stableMonths", "2"));
        history.admit("2023-01-01", "H1", 1);
        history.wage("2023-03-01", "W1", "H1", "C1", "2023-01", "60");
        history.wage("2023-03-01", "W1", "H1", "C2", "2023-01", "40");
        history.wage("2023-03-01", "W1", "H1", "C1", "2023-02", "99.99");
        HouseholdVerdict household = only(2023, "2024-03-31");
        assertThat(household.months()).isEqualTo(1);
        assertThat(household.income()).isEqualTo(yuan("199.99"));
        assertThat(household.verdict()).isEqualTo(Verdict.BREACHED);
        assertThat(household.reasons())
                .containsExactly(
                        new Reason.MonthsLacking("W1", List.of(YearMonth.of(2023, 1)), 2),
                        new Reason.WageLacking("W1", YearMonth.of(2023, 2), yuan("99.99"), yuan("0.01")),
                        new Reason.WagesProvable(LocalDate.of(2024, 3, 31)));
        assertThat(employment(2023, "2024-03-31").reasons())
                .containsExactly(
                        new Reason.Households(Verdict.BREACHED, List.of("H1"), 1, Fen.ZERO),
                        new Reason.WagesProvable(LocalDate.of(2024, 3, 31)));
        assertThat(only(2023, "2024-04-01").reasons()).hasSize(2);
        history.wage("2023-03-02", "W1", "H1", "C2", "2023-02", "0.01");
        assertThat(only(2023, "2024-03-31").verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void saysWhatIsLacking() {
        open();
        history.admit("2023-01-01", "H1", 1);
        history.income("2023-06-01", "H1", 2023, "100");
        assertThat(only(2023, "2023-06-30").reasons())
                .containsExactly(
                        new Reason.NoMonth(3),
                        new Reason.IncomeLacking(yuan("365"), yuan("100"), Fen.ZERO, yuan("265")));
    }

    @Test
    void theLineIsThatInForceOnTheDayAndTheRestThatOfTheYearsLast() {
        open();
        history.admit("2023-01-01", "H1", 1);
        long published = history.setPolicy("2024-02-01", "incomeLine.2023", "400.00");
        history.setPolicy("2024-02-01", "stableMonths", "12");
        assertThat(only(2023, "2024-01-31").line()).isEqualTo(yuan("365"));
        assertThat(only(2023, "2024-02-01").line()).isEqualTo(yuan("400"));
        assertThat(only(2023, "2024-02-01").monthsShort()).isEqualTo(3);
        assertThat(only(2023, "2024-02-01").evidence()).contains(published).doesNotContain(published + 1);
    }

    @Test
    void aLineOfAnOldPolicyThatNoNumberHoldsIsOutOfReach() {
        history.open("2023-01-01", Map.of("incomeLine.2023", "90000000000000000.00"));
        history.admit("2023-01-01", "H1", 30);
        history.admit("2023-01-01", "H2", 30);
        history.returnDividend("2023-02-01", 2022, "H1", "1");
        EmploymentIncome employment = employment(2023, "2023-12-31");
        assertThat(employment.verdict()).isEqualTo(Verdict.BREACHED);
        assertThat(employment.shortfall()).isEqualTo(Fen.of(Long.MAX_VALUE));
    }

    @Test
    void figuresStandWhereItHasNotStarted() {
        open();
        history.admit("2023-01-01", "H1", 1);
        history.income("2023-06-01", "H1", 2024, "10");
        HouseholdVerdict next = only(2024, "2023-12-31");
        assertThat(next.verdict()).isEqualTo(Verdict.NOT_STARTED);
        assertThat(next.income()).isEqualTo(yuan("10"));
        assertThat(employment(2024, "2023-12-31").satisfied()).isZero();
    }
}
