package coop.laborfund.projections.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.guarantee.EmploymentIncome.HouseholdVerdict;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.testing.MemoryVerdicts;
import coop.laborfund.projections.testing.TestHistory;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each verdict on either side of each of its boundaries. */
class JudgeTest {

    private final TestHistory history = new TestHistory();

    private Verdicts judge(int year, String day) {
        return judge(year, day, Long.MAX_VALUE);
    }

    private Verdicts judge(int year, String day, long knownAt) {
        return judge(new Scope(TestHistory.FUND, LocalDate.parse(day), knownAt), year)
                .orElseThrow();
    }

    /** By the folds that a pack's check runs, with evidence. */
    private Optional<Verdicts> judge(Scope scope, int year) {
        return MemoryVerdicts.of(history.events(), scope, year);
    }

    private static Fen yuan(String yuan) {
        return Fen.ofYuan(yuan);
    }

    @Test
    void aFundIsNotThereBeforeItsOpeningIsKnown() {
        history.open("2023-01-05", Map.of());
        Scope scope = new Scope(TestHistory.FUND, LocalDate.parse("2023-06-30"), 0);
        assertThat(judge(scope, 2023)).isEmpty();
    }

    @Nested
    class OfCapital {

        private CapitalSafety capital(String day) {
            return judge(2023, day).capitalSafety();
        }

        @Test
        void isMetOnTheDueDayAndAtRiskOnTheNext() {
            history.open("2023-01-05", Map.of("reserveRate", "0"));
            history.invest("2023-02-01", "H1", "1000");
            history.advance("2023-03-01", "A1", "600", "2023-06-30");
            assertThat(capital("2023-06-30").verdict()).isEqualTo(Verdict.MET);
            assertThat(capital("2023-07-01").verdict()).isEqualTo(Verdict.AT_RISK);
            assertThat(capital("2023-07-30").verdict()).isEqualTo(Verdict.AT_RISK);
            CapitalSafety afterGrace = capital("2023-07-31");
            assertThat(afterGrace.verdict()).isEqualTo(Verdict.BREACHED);
            assertThat(afterGrace.goodAdvances()).isEqualTo(Fen.ZERO);
            assertThat(afterGrace.outstanding()).isEqualTo(yuan("600"));
            assertThat(afterGrace.coverage()).isEqualTo(yuan("400"));
            assertThat(afterGrace.shortfall()).isEqualTo(yuan("600"));
        }

        @Test
        void anExtensionCountsFromItsOwnDay() {
            history.open("2023-01-05", Map.of("reserveRate", "0"));
            history.invest("2023-02-01", "H1", "1000");
            history.advance("2023-03-01", "A1", "600", "2023-06-30");
            history.extend("2023-07-10", "A1", "2023-12-31");
            assertThat(capital("2023-07-09").verdict()).isEqualTo(Verdict.AT_RISK);
            assertThat(capital("2023-07-10").verdict()).isEqualTo(Verdict.MET);
        }

        @Test
        void anAdvancePaidBackIsNeverPastDue() {
            history.open("2023-01-05", Map.of("reserveRate", "0"));
            history.invest("2023-02-01", "H1", "1000");
            history.advance("2023-03-01", "A1", "600", "2023-06-30");
            long repaid = history.repay("2023-06-01", "A1", "600");
            history.reverse("2023-09-01", repaid);
            assertThat(capital("2023-08-31").verdict()).isEqualTo(Verdict.MET);
            assertThat(capital("2023-09-01").verdict()).isEqualTo(Verdict.BREACHED);
        }

        @Test
        void principalBelowZeroLowersTheCoverage() {
            history.open("2023-01-05", Map.of("reserveRate", "0"));
            history.invest("2023-02-01", "H1", "1000");
            history.advance("2023-03-01", "A1", "600", "2023-12-31");
            long repaid = history.repay("2023-03-05", "A1", "400");
            history.reverse("2023-03-20", repaid);
            history.repay("2023-03-06", "A1", "600");
            CapitalSafety capital = capital("2023-03-10");
            assertThat(capital.goodAdvances()).isEqualTo(yuan("-400"));
            assertThat(capital.coverage()).isEqualTo(yuan("1000"));
            assertThat(capital.verdict()).isEqualTo(Verdict.MET);
        }

        @Test
        void theReserveIsAskedToTheFenRoundedDown() {
            history.open("2023-01-05", Map.of("reserveRate", "5"));
            history.invest("2023-02-01", "H1", "1000");
            history.advance("2023-03-01", "A1", "100.39", "2023-12-31");
            history.fundReserve("2023-03-02", "5.00");
            assertThat(capital("2023-03-01").verdict()).isEqualTo(Verdict.AT_RISK);
            assertThat(capital("2023-03-02").verdict()).isEqualTo(Verdict.AT_RISK);
            history.fundReserve("2023-03-03", "0.01");
            assertThat(capital("2023-03-03").verdict()).isEqualTo(Verdict.MET);
        }

        @Test
        void goesByThePolicyOfTheDayWhateverTheYear() {
            long opened = history.open("2023-01-05", Map.of("reserveRate", "0"));
            history.invest("2023-02-01", "H1", "1000");
            history.advance("2023-03-01", "A1", "600", "2024-12-31");
            long changed = history.setPolicy("2024-02-01", "reserveRate", "5");
            Verdicts verdicts = judge(2023, "2024-02-01");
            assertThat(verdicts.capitalSafety().verdict()).isEqualTo(Verdict.AT_RISK);
            assertThat(verdicts.capitalSafety().evidence()).containsExactly(2L, 3L, changed);
            assertThat(verdicts.policy()).containsEntry("reserveRate", "0");
            assertThat(judge(2023, "2024-01-31").capitalSafety().evidence()).containsExactly(opened, 2L, 3L);
            assertThat(judge(2023, "2024-02-01", 3).capitalSafety().verdict()).isEqualTo(Verdict.MET);
        }

        @Test
        void aReversedPairIsNoEvidence() {
            history.open("2023-01-05", Map.of());
            long invested = history.invest("2023-02-01", "H1", "1000");
            long wrong = history.invest("2023-02-01", "H2", "1000");
            long reversal = history.reverse("2023-02-10", wrong);
            assertThat(capital("2023-02-09").evidence()).containsExactly(invested, wrong);
            assertThat(capital("2023-02-10").evidence()).containsExactly(invested);
            assertThat(judge(2023, "2023-02-10", reversal - 1).capitalSafety().shares())
                    .isEqualTo(yuan("2000"));
        }

        @Test
        void nothingIsSafeBeforeTheOpening() {
            history.open("2023-01-05", Map.of());
            assertThat(capital("2022-12-31").verdict()).isEqualTo(Verdict.MET);
        }
    }

    @Nested
    class OfCollectiveIncome {

        private CollectiveIncomeTarget collective(int year, String day) {
            return judge(year, day).collectiveIncome();
        }

        @Test
        void isOnTrackAtTheExactShareOfTheYear() {
            history.open("2023-01-05", Map.of("collectiveTarget.2023", "365.00"));
            history.earn("2023-01-20", IncomeSource.OPERATING, "100.00");
            assertThat(collective(2023, "2023-04-10").verdict()).isEqualTo(Verdict.ON_TRACK); // day 100
            assertThat(collective(2023, "2023-04-11").verdict()).isEqualTo(Verdict.AT_RISK);
        }

        @Test
        void aLeapYearHasADayMore() {
            history.open("2023-01-05", Map.of("collectiveTarget.2024", "366.00"));
            history.earn("2024-01-20", IncomeSource.OPERATING, "100.00");
            assertThat(collective(2024, "2024-04-09").verdict()).isEqualTo(Verdict.ON_TRACK); // day 100
            assertThat(collective(2024, "2024-04-10").verdict()).isEqualTo(Verdict.AT_RISK);
        }

        @Test
        void isBreachedOnlyAfterTheYear() {
            history.open("2023-01-05", Map.of("collectiveTarget.2023", "365.00"));
            history.earn("2023-01-20", IncomeSource.OPERATING, "364.99");
            assertThat(collective(2023, "2023-12-31").verdict()).isEqualTo(Verdict.AT_RISK);
            CollectiveIncomeTarget after = collective(2023, "2024-01-01");
            assertThat(after.verdict()).isEqualTo(Verdict.BREACHED);
            assertThat(after.shortfall()).isEqualTo(yuan("0.01"));
        }

        @Test
        void aPayoutForTheYearCountsWheneverItIsPaid() {
            long opened = history.open("2023-01-05", Map.of("collectiveTarget.2023", "365.00"));
            long earned = history.earn("2023-01-20", IncomeSource.OPERATING, "300.00");
            history.earn("2023-01-20", IncomeSource.SUBSIDY, "1000.00");
            history.earn("2024-01-02", IncomeSource.OPERATING, "500.00");
            long paid = history.payVillage("2024-02-01", 2023, "65.00");
            assertThat(collective(2023, "2024-01-31").verdict()).isEqualTo(Verdict.BREACHED);
            CollectiveIncomeTarget after = collective(2023, "2024-02-01");
            assertThat(after.verdict()).isEqualTo(Verdict.MET_BY_PAYOUT);
            assertThat(after.evidence()).containsExactly(opened, earned, paid);
        }

        @Test
        void aReversalCountsFromItsOwnDay() {
            history.open("2023-01-05", Map.of("collectiveTarget.2023", "365.00"));
            long earned = history.earn("2023-01-20", IncomeSource.SERVICE_FEE, "365.00");
            history.reverse("2024-03-01", earned);
            assertThat(collective(2023, "2024-02-29").verdict()).isEqualTo(Verdict.MET);
            assertThat(collective(2023, "2024-03-01").verdict()).isEqualTo(Verdict.BREACHED);
            assertThat(collective(2023, "2024-03-01").earned()).isEqualTo(Fen.ZERO);
        }

        @Test
        void hasNotStartedBeforeYearOrFundHas() {
            history.open("2023-05-05", Map.of("collectiveTarget.2023", "0.00"));
            assertThat(collective(2023, "2022-12-31").verdict()).isEqualTo(Verdict.NOT_STARTED);
            assertThat(collective(2023, "2023-05-04").verdict()).isEqualTo(Verdict.NOT_STARTED);
            assertThat(collective(2023, "2023-05-05").verdict()).isEqualTo(Verdict.MET);
            assertThat(collective(2022, "2023-12-31").verdict()).isEqualTo(Verdict.NOT_STARTED);
            assertThat(collective(2022, "2023-12-31").target()).isEqualTo(yuan("50000"));
            assertThat(collective(2024, "2023-12-31").verdict()).isEqualTo(Verdict.NOT_STARTED);
        }

        @Test
        void theTargetIsThatInForceOnTheYearsLastDay() {
            history.open("2023-01-05", Map.of("collectiveTarget.2023", "365.00"));
            history.setPolicy("2024-01-01", "collectiveTarget.2023", "1.00");
            assertThat(collective(2023, "2024-06-30").target()).isEqualTo(yuan("365"));
            history.setPolicy("2023-12-31", "collectiveTarget.2023", "2.00");
            assertThat(collective(2023, "2024-06-30").target()).isEqualTo(yuan("2"));
            assertThat(collective(2023, "2024-06-30").evidence()).containsExactly(3L);
            assertThat(collective(2023, "2023-12-30").target()).isEqualTo(yuan("365"));
        }
    }

    @Nested
    class OfEmployment {

        private EmploymentIncome employment(int year, String day) {
            return judge(year, day).employmentIncome();
        }

        private HouseholdVerdict only(int year, String day) {
            return employment(year, day).households().getFirst();
        }

        private void open() {
            history.open("2023-01-01", Map.of("incomeLine.2023", "365.00", "stableMonths", "3"));
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
            assertThat(only(2023, "2023-12-31").verdict()).isEqualTo(Verdict.AT_RISK);
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
            history.open("2023-01-01", Map.of("incomeLine.2023", "100.00", "stableMonths", "1"));
            history.admit("2023-01-01", "H1", 1);
            history.admit("2023-01-01", "H2", 1);
            history.wage("2023-06-01", "W1", "H1", "2023-05", "100");
            history.wage("2023-06-01", "W2", "H2", "2023-05", "60");
            EmploymentIncome june = employment(2023, "2023-06-30");
            assertThat(june.verdict()).isEqualTo(Verdict.ON_TRACK);
            assertThat(june.satisfied()).isEqualTo(1);
            assertThat(june.shortfall()).isEqualTo(yuan("40"));
            assertThat(employment(2023, "2024-01-01").verdict()).isEqualTo(Verdict.BREACHED);
        }

        @Test
        void withoutHouseholdsItIsMet() {
            history.open("2023-02-01", Map.of());
            assertThat(employment(2023, "2023-02-01").verdict()).isEqualTo(Verdict.MET);
            assertThat(employment(2023, "2023-01-31").verdict()).isEqualTo(Verdict.NOT_STARTED);
            assertThat(employment(2022, "2023-06-01").verdict()).isEqualTo(Verdict.NOT_STARTED);
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
}
