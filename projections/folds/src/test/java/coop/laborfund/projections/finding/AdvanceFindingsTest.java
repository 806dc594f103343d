package coop.laborfund.projections.finding;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.AdvanceEvent.CapitalAdvanced;
import coop.laborfund.ledger.event.AdvanceEvent.WriteOffRecovered;
import coop.laborfund.ledger.event.AdvancePurpose;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed;
import coop.laborfund.ledger.event.Rules;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.Rate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found about companies' advances and deposits. */
class AdvanceFindingsTest extends FoundHistory {

    @BeforeEach
    void found() {
        found("10000");
    }

    @Test
    void anAdvanceWithoutResolution() {
        long advance = record(
                "2023-02-01",
                head -> new CapitalAdvanced(
                        head,
                        "A1",
                        "C1",
                        Fen.ofYuan("100"),
                        Rate.ofPercent("8"),
                        LocalDate.parse("2024-02-01"),
                        " ",
                        AdvancePurpose.TURNOVER));
        history.advance("2023-02-02", "C2", "A2", "100", "2024-02-01");
        Finding found = assertFound(What.ADVANCE_WITHOUT_RESOLUTION, "2023-03-01", "2023-02-01", "100");
        assertThat(found.evidence()).containsExactly(advance);
    }

    @Test
    void aCompanyAboveTheCapOnTheDay() {
        history.advance("2023-02-01", "A1", "5000", "2024-02-01");
        assertQuiet(What.OVER_COMPANY_CAP, "2023-02-28");
        history.setPolicy("2023-03-01", "companyCap", "45");
        assertFound(What.OVER_COMPANY_CAP, "2023-03-01", "2023-02-01", "500");
        history.repay("2023-04-01", "A1", "500");
        assertQuiet(What.OVER_COMPANY_CAP, "2023-04-01");
    }

    @Test
    void anAdvanceIsPastDueFromTheDayAfter() {
        long advance = history.advance("2023-02-01", "A1", "500", "2023-06-30");
        assertQuiet(What.ADVANCE_PAST_DUE, "2023-06-30");
        Finding found = assertFound(What.ADVANCE_PAST_DUE, "2023-07-10", "2023-07-01", "500");
        assertThat(found.evidence()).containsExactly(advance);
        assertThat(found.details()).contains("C1", "A1", 10L);
    }

    @Test
    void whatWasRepaidLaterIsPastDueNoMore() {
        history.advance("2023-02-01", "A1", "500", "2023-06-30");
        history.repay("2023-08-01", "A1", "500");
        assertFound(What.ADVANCE_PAST_DUE, "2023-07-31", "2023-07-01", "500");
        assertQuiet(What.ADVANCE_PAST_DUE, "2023-08-01");
    }

    @Test
    void aReversedRepaymentLeavesItPastDue() {
        history.advance("2023-02-01", "A1", "500", "2023-06-30");
        history.reverse("2023-09-01", history.repay("2023-06-01", "A1", "500"));
        assertQuiet(What.ADVANCE_PAST_DUE, "2023-08-31");
        assertFound(What.ADVANCE_PAST_DUE, "2023-09-01", "2023-07-01", "500");
    }

    @Test
    void aNewAdvanceRightAfterTheOldOneCameBack() {
        history.advance("2023-02-01", "A1", "500", "2023-06-30");
        long repaid = history.repay("2023-06-20", "A1", "500");
        long again = history.advance("2023-06-30", "A2", "400", "2024-06-30");
        Finding found = assertFound(What.ADVANCE_ROLLED_OVER, "2023-07-01", "2023-06-30", "400");
        assertThat(found.evidence()).containsExactly(repaid, again);
    }

    @Test
    void aNewAdvanceElevenDaysLaterIsAnother() {
        history.advance("2023-02-01", "A1", "500", "2023-06-30");
        history.repay("2023-06-19", "A1", "500");
        history.advance("2023-06-30", "A2", "400", "2024-06-30");
        assertQuiet(What.ADVANCE_ROLLED_OVER, "2023-07-01");
    }

    @Test
    void aDepositRefundedWhilePastDueIsToldForEver() {
        history.deposit("2023-02-01", "C1", "50");
        long advance = history.advance("2023-02-01", "A1", "500", "2023-06-30");
        long refund = history.refund("2023-07-01", "C1", "50");
        history.repay("2023-08-01", "A1", "500");
        Finding found = assertFound(What.DEPOSIT_REFUNDED_PAST_DUE, "2023-12-01", "2023-07-01", "50");
        assertThat(found.evidence()).containsExactly(advance, refund);
    }

    @Test
    void aDepositRefundedOnTheDueDay() {
        history.deposit("2023-02-01", "C1", "50");
        history.advance("2023-02-01", "A1", "500", "2023-06-30");
        history.refund("2023-06-30", "C1", "50");
        assertQuiet(What.DEPOSIT_REFUNDED_PAST_DUE, "2023-12-01");
    }

    @Test
    void aNewAdvanceToWhoStillOwesALoss() {
        history.advance("2023-02-01", "A1", "500", "2023-06-30");
        long lost = history.writeOff("2023-08-01", "A1", "100");
        long again = history.advance("2023-09-01", "A2", "300", "2024-06-30");
        Finding found = assertFound(What.ADVANCE_AFTER_LOSS, "2023-12-01", "2023-09-01", "300");
        assertThat(found.evidence()).containsExactly(lost, again);
    }

    @Test
    void aNewAdvanceAfterTheLossCameBack() {
        history.advance("2023-02-01", "A1", "500", "2023-06-30");
        history.writeOff("2023-08-01", "A1", "100");
        record("2023-09-01", head -> new WriteOffRecovered(head, "A1", "C1", Fen.ofYuan("100")));
        history.advance("2023-09-01", "A2", "300", "2024-06-30");
        assertQuiet(What.ADVANCE_AFTER_LOSS, "2023-12-01");
    }

    @Test
    void anExtensionAfterTheDueDate() {
        long advance = history.advance("2023-02-01", "A1", "500", "2023-06-30");
        history.extend("2023-06-30", "A1", "2023-08-31");
        assertQuiet(What.EXTENDED_AFTER_DUE, "2023-12-01");
        long late = history.extend("2023-09-01", "A1", "2024-08-31");
        Finding found = assertFound(What.EXTENDED_AFTER_DUE, "2023-12-01", "2023-09-01", "500");
        assertThat(found.evidence()).containsExactly(advance, late);
    }

    @Test
    void aDepositLeftWhenItsAdvanceWasWrittenOff() {
        history.deposit("2023-02-01", "C1", "50");
        history.advance("2023-02-01", "A1", "500", "2023-06-30");
        history.writeOff("2023-08-01", "A1", "100");
        assertFound(What.DEPOSIT_UNUSED, "2023-12-01", "2023-08-01", "50");
    }

    @Test
    void aDepositThatWasGoneBeforeTheWriteOff() {
        history.deposit("2023-02-01", "C1", "50");
        history.advance("2023-02-01", "A1", "500", "2023-06-30");
        history.refund("2023-03-01", "C1", "50");
        history.writeOff("2023-08-01", "A1", "100");
        assertQuiet(What.DEPOSIT_UNUSED, "2023-12-01");
    }

    @Test
    void pastDueWhenAMonthWasClosed() {
        history.advance("2023-02-01", "A1", "500", "2023-06-30");
        close("2023-07-02", "2023-06");
        assertQuiet(What.PAST_DUE_AT_CLOSING, "2023-12-01");
        history.repay("2023-07-05", "A1", "100");
        close("2023-08-02", "2023-07");
        history.repay("2023-08-20", "A1", "400");
        close("2023-09-02", "2023-08");
        assertFound(What.PAST_DUE_AT_CLOSING, "2023-12-01", "2023-07-31", "400");
    }

    private void close(String date, String month) {
        record(date, head -> new MonthClosed(head, YearMonth.parse(month), List.of(), Fen.ZERO, Rules.V2));
    }

    /** The policy's grace is thirty days. */
    @Test
    void anExtensionGivenTooLateHidesNothingAndOneGivenInTimeDoes() {
        history.advance("2023-02-01", "C1", "A1", "1000", "2023-06-30");
        history.extend("2023-08-15", "A1", "2024-06-30");
        history.advance("2023-02-01", "C1", "A2", "1000", "2023-06-30");
        history.extend("2023-07-15", "A2", "2024-06-30");

        assertFound(What.ADVANCE_PAST_DUE, "2023-12-31", "2023-07-01", "1000");
    }
}
