package coop.laborfund.projections.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.testing.TestHistory;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The verdict on the capital on either side of each of its boundaries. */
class CapitalJudgeTest extends JudgedHistory {

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
    void hasNotStartedBeforeTheOpening() {
        history.open("2023-01-05", Map.of());
        assertThat(capital("2023-01-04").verdict()).isEqualTo(Verdict.NOT_STARTED);
        assertThat(capital("2023-01-05").verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void anExtensionAfterTheGraceDoesNotMakeAnAdvanceGoodAgain() {
        history.open("2023-01-05", Map.of("reserveRate", "0"));
        history.invest("2023-02-01", "H1", "1000");
        history.advance("2023-03-01", "A1", "600", "2023-06-30");
        history.extend("2023-07-31", "A1", "2025-12-31"); // the grace ended on the 30th
        assertThat(capital("2023-07-30").verdict()).isEqualTo(Verdict.AT_RISK);
        CapitalSafety after = capital("2023-07-31");
        assertThat(after.verdict()).isEqualTo(Verdict.BREACHED);
        assertThat(after.reasons())
                .containsExactly(
                        new Reason.CoverageLacking(yuan("1000"), Fen.ZERO, yuan("400"), yuan("600")),
                        new Reason.PastDue("C1", "A1", yuan("600"), LocalDate.parse("2023-06-30"), false));
    }

    @Test
    void extensionsAreJudgedByTheDueDateSoFarInTheOrderOfRecording() {
        history.open("2023-01-05", Map.of("reserveRate", "0"));
        history.invest("2023-02-01", "H1", "1000");
        history.advance("2023-03-01", "A1", "600", "2023-06-30");
        history.extend("2023-09-20", "A1", "2023-12-31"); // recorded before the one that would have let it count
        history.extend("2023-07-30", "A1", "2023-08-31"); // the last day of grace
        assertThat(capital("2023-09-30").verdict()).isEqualTo(Verdict.AT_RISK);
        assertThat(capital("2023-10-01").verdict()).isEqualTo(Verdict.BREACHED);
        history.extend("2023-09-30", "A1", "2024-06-30");
        assertThat(capital("2023-10-01").verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void theGraceIsThatInForceOnTheDueDate() {
        long opened = history.open("2023-01-05", Map.of("reserveRate", "0", "advanceGraceDays", "10"));
        history.invest("2023-02-01", "H1", "1000");
        history.advance("2023-03-01", "A1", "600", "2023-06-30");
        long changed = history.setPolicy("2023-07-01", "advanceGraceDays", "90");
        assertThat(capital("2023-07-10").verdict()).isEqualTo(Verdict.AT_RISK);
        assertThat(capital("2023-07-11").verdict()).isEqualTo(Verdict.BREACHED);
        assertThat(capital("2023-07-11").evidence()).contains(opened).doesNotContain(changed);
    }

    @Test
    void aDepositCoversWhatItsOwnCompanyOwesAndNoOtherLoss() {
        history.open("2023-01-05", Map.of("reserveRate", "0"));
        history.invest("2023-02-01", "H1", "1000");
        history.advance("2023-03-01", "C1", "A1", "300", "2023-06-30");
        history.advance("2023-03-01", "C2", "A2", "300", "2023-06-30");
        history.deposit("2023-03-02", "C1", "500");
        history.deposit("2023-03-02", "C2", "100");
        assertThat(capital("2023-07-30").verdict()).isEqualTo(Verdict.AT_RISK);
        assertThat(capital("2023-07-30").secured()).isEqualTo(Fen.ZERO);
        assertThat(capital("2023-07-30").coverage()).isEqualTo(yuan("1000"));
        CapitalSafety after = capital("2023-07-31");
        assertThat(after.secured()).isEqualTo(yuan("400"));
        assertThat(after.coverage()).isEqualTo(yuan("800"));
        assertThat(after.shortfall()).isEqualTo(yuan("200"));
        long refund = history.refund("2023-08-01", "C1", "250");
        assertThat(capital("2023-08-01").secured()).isEqualTo(yuan("350"));
        assertThat(capital("2023-08-01").evidence()).contains(refund);
    }

    @Test
    void aWrittenOffAdvanceIsSecuredByNothing() {
        history.open("2023-01-05", Map.of("reserveRate", "0"));
        history.invest("2023-02-01", "H1", "1000");
        history.advance("2023-03-01", "A1", "600", "2023-06-30");
        history.deposit("2023-03-02", "C1", "600");
        history.writeOff("2023-04-01", "A1", "600");
        assertThat(capital("2023-08-01").verdict()).isEqualTo(Verdict.BREACHED);
        assertThat(capital("2023-08-01").coverage()).isEqualTo(yuan("400"));
    }

    @Test
    void whatIsHeldForTheVillageCoversNothing() {
        history.open("2023-01-05", Map.of("reserveRate", "0"));
        history.invest("2023-02-01", "H1", "1000");
        history.hold("2023-02-02", IncomeSource.SUBSIDY, "300");
        assertThat(capital("2023-02-02").coverage()).isEqualTo(yuan("1000"));
    }

    @Test
    void saysWhatPutsItAtRisk() {
        history.open("2023-01-05", Map.of("reserveRate", "5"));
        history.invest("2023-02-01", "H1", "1000");
        history.advance("2023-03-01", "A1", "600", "2023-06-30");
        assertThat(capital("2023-07-01").reasons())
                .containsExactly(
                        new Reason.PastDue("C1", "A1", yuan("600"), LocalDate.parse("2023-06-30"), true),
                        new Reason.ReserveLacking(Fen.ZERO, yuan("30"), yuan("30")));
        history.fundReserve("2023-03-01", "30");
        assertThat(capital("2023-06-30").reasons()).isEmpty();
    }

    @Test
    void aFundIsNotThereBeforeItsOpeningIsKnown() {
        history.open("2023-01-05", Map.of());
        assertThat(judge(new Scope(TestHistory.FUND, LocalDate.parse("2023-06-30"), 0), 2023))
                .isEmpty();
    }
}
