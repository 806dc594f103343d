package coop.laborfund.projections.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.money.Fen;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The verdict on the village's income on either side of each of its boundaries. */
class CollectiveJudgeTest extends JudgedHistory {

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
    void isBreachedFromTheYearsLastDayOn() {
        history.open("2023-01-05", Map.of("collectiveTarget.2023", "365.00"));
        history.earn("2023-01-20", IncomeSource.OPERATING, "363.99");
        assertThat(collective(2023, "2023-12-30").verdict()).isEqualTo(Verdict.AT_RISK);
        history.earn("2023-01-20", IncomeSource.OPERATING, "1.00");
        assertThat(collective(2023, "2023-12-30").verdict()).isEqualTo(Verdict.ON_TRACK);
        CollectiveIncomeTarget after = collective(2023, "2023-12-31");
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
    void aFundThatOpensLateIsFirstJudgedForTheNextYear() {
        history.open("2023-10-01", Map.of());
        assertThat(collective(2023, "2023-12-31").verdict()).isEqualTo(Verdict.NOT_STARTED);
        assertThat(collective(2023, "2023-12-31").reasons()).isEmpty();
        assertThat(collective(2024, "2024-12-31").verdict()).isEqualTo(Verdict.BREACHED);
    }

    @Test
    void theLastDayToOpenIsByThePolicyOfTheOpening() {
        long opened = history.open("2023-10-01", Map.of("firstYearBy", "10-01"));
        history.setPolicy("2023-10-02", "firstYearBy", "06-30");
        assertThat(collective(2023, "2023-12-31").verdict()).isEqualTo(Verdict.BREACHED);
        assertThat(collective(2023, "2023-12-31").evidence()).containsExactly(opened);
    }

    @Test
    void theTargetIsThatInForceOnTheDay() {
        history.open("2023-01-05", Map.of("collectiveTarget.2023", "365.00"));
        history.setPolicy("2024-01-01", "collectiveTarget.2023", "1.00");
        assertThat(collective(2023, "2023-12-31").target()).isEqualTo(yuan("365"));
        assertThat(collective(2023, "2024-06-30").target()).isEqualTo(yuan("1"));
        assertThat(collective(2023, "2024-06-30").evidence()).containsExactly(2L);
        assertThat(judge(2023, "2024-06-30").policy()).containsEntry("collectiveTarget.2023", "1.00");
    }

    @Test
    void whatTheFundStillHoldsIsNotReceived() {
        long opened = history.open("2023-01-05", Map.of("collectiveTarget.2023", "1000.00"));
        long direct = history.earn("2023-02-01", IncomeSource.OPERATING, "400");
        long held = history.hold("2023-05-01", IncomeSource.SERVICE_FEE, "600");
        long returned = history.earn("2023-06-01", IncomeSource.FUND_RETURN, "100");
        long remitted = history.remit("2024-01-10", "500");
        CollectiveIncomeTarget before = collective(2023, "2024-01-09");
        assertThat(before.earned()).isEqualTo(yuan("1100"));
        assertThat(before.unremitted()).isEqualTo(yuan("700"));
        assertThat(before.received()).isEqualTo(yuan("400"));
        assertThat(before.verdict()).isEqualTo(Verdict.BREACHED);
        assertThat(before.reasons())
                .containsExactly(
                        new Reason.VillageIncomeLacking(yuan("1000"), yuan("400"), Fen.ZERO, yuan("600")),
                        new Reason.Unremitted(yuan("700")));
        CollectiveIncomeTarget after = collective(2023, "2024-01-10");
        assertThat(after.received()).isEqualTo(yuan("900"));
        assertThat(after.shortfall()).isEqualTo(yuan("100"));
        assertThat(after.evidence()).containsExactly(opened, direct, held, returned, remitted);
        history.remit("2024-01-11", "100");
        assertThat(collective(2023, "2024-01-11").verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void remittancesSettleWhatCameFirstSubsidiesToo() {
        history.open("2022-01-05", Map.of("collectiveTarget.2023", "100.00"));
        history.hold("2023-03-01", IncomeSource.OPERATING, "100");
        long earlier = history.hold("2022-12-31", IncomeSource.SERVICE_FEE, "50");
        history.hold("2023-02-01", IncomeSource.SUBSIDY, "30");
        history.hold("2023-03-01", IncomeSource.SUBSIDY, "20"); // of one day, the later recorded comes later
        history.remit("2023-04-01", "100");
        assertThat(collective(2023, "2023-06-30").unremitted()).isEqualTo(yuan("80"));
        assertThat(collective(2022, "2023-06-30").unremitted()).isEqualTo(Fen.ZERO);
        history.reverse("2023-07-01", earlier);
        assertThat(collective(2023, "2023-07-01").unremitted()).isEqualTo(yuan("30"));
    }
}
