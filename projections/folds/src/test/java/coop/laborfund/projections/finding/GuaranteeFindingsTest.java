package coop.laborfund.projections.finding;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.DividendEvent.DividendDeclared;
import coop.laborfund.ledger.event.DividendEvent.DividendPaid;
import coop.laborfund.ledger.event.DividendLine;
import coop.laborfund.ledger.event.Guarantee;
import coop.laborfund.ledger.event.GuaranteePaid;
import coop.laborfund.ledger.event.GuaranteePayer;
import coop.laborfund.ledger.event.IncomeRoute;
import coop.laborfund.ledger.event.IncomeSource;
import coop.laborfund.ledger.event.LaborEvent.PlacementEnded;
import coop.laborfund.ledger.event.LaborEvent.WageConfirmed;
import coop.laborfund.ledger.event.LaborEvent.WorkerPlaced;
import coop.laborfund.ledger.event.LossLine;
import coop.laborfund.ledger.event.LossSource;
import coop.laborfund.ledger.event.PlacementKind;
import coop.laborfund.ledger.event.ReserveParts;
import coop.laborfund.ledger.event.Rules;
import coop.laborfund.ledger.event.ShareEvent.LossAllocated;
import coop.laborfund.ledger.event.TreasuryEvent.CollectiveIncomeRecorded;
import coop.laborfund.ledger.event.TreasuryEvent.ExpensePaid;
import coop.laborfund.ledger.event.TreasuryEvent.OtherIncomeReceived;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.testing.TestHistory;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is found about dividends, losses, payouts, the village's income and the workers. */
class GuaranteeFindingsTest extends FoundHistory {

    @Test
    void aFloorThatWasNotDeclared() {
        found("36500");
        // 6 % of 36,500 for the 342 days from 3 January to 10 December.
        assertQuiet(What.DIVIDEND_SHORT, "2024-01-09");
        List<Finding> found = found(What.DIVIDEND_SHORT, "2024-01-10");
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().amount()).isEqualTo(Fen.ofYuan("2052"));
        declare("2023-12-10", "2051.50");
        assertQuiet(What.DIVIDEND_SHORT, "2024-01-10");
    }

    @Test
    void whatWasDeclaredAndIsNotPaid() {
        found("36500");
        declare("2023-12-10", "2052");
        pay("2023-12-12", "2000");
        assertQuiet(What.DIVIDEND_UNPAID, "2024-01-09");
        assertFound(What.DIVIDEND_UNPAID, "2024-01-10", "2023-12-11", "52");
        pay("2024-01-20", "52");
        assertQuiet(What.DIVIDEND_UNPAID, "2024-01-20");
        assertFound(What.DIVIDEND_LATE, "2024-01-20", "2024-01-20", "52");
    }

    @Test
    void whatWasPaidOnTheLastDayOfGraceIsNotLate() {
        found("36500");
        declare("2023-12-10", "2052");
        pay("2024-01-09", "2052");
        assertQuiet(What.DIVIDEND_LATE, "2024-12-01");
    }

    @Test
    void dividendsOutOfPrincipal() {
        found("36500");
        record("2023-11-01", head -> new OtherIncomeReceived(head, Fen.ofYuan("100")));
        long declared = declare("2023-12-10", "101");
        pay("2023-12-11", "60");
        record("2023-12-12", head -> new OtherIncomeReceived(head, Fen.ofYuan("1")));
        pay("2023-12-12", "41");
        Finding found = assertFound(What.DECLARED_FROM_PRINCIPAL, "2023-12-31", "2023-12-10", "101");
        assertThat(found.evidence()).containsExactly(declared);
        assertFound(What.PAID_FROM_PRINCIPAL, "2023-12-31", "2023-12-11", "60");
    }

    @Test
    void dividendsOfAllTheSurplus() {
        found("36500");
        record("2023-11-01", head -> new OtherIncomeReceived(head, Fen.ofYuan("100")));
        declare("2023-12-10", "100");
        assertQuiet(What.DECLARED_FROM_PRINCIPAL, "2023-12-31");
    }

    @Test
    void theReservePaidOutInDeficit() {
        found("36500");
        history.fundReserve("2023-02-01", "100");
        payVillageOfReserve("2023-03-01", "10");
        assertQuiet(What.RESERVE_PAID_IN_DEFICIT, "2023-12-31");
        record("2023-04-01", head -> new ExpensePaid(head, Fen.ofYuan("5"), Rules.V2));
        payVillageOfReserve("2023-05-01", "20");
        assertFound(What.RESERVE_PAID_IN_DEFICIT, "2023-12-31", "2023-05-01", "20");
    }

    @Test
    void aNewcomersPartInAnOldLoss() {
        found("1000");
        record("2023-02-01", head -> new ExpensePaid(head, Fen.ofYuan("80"), Rules.V2));
        history.admit("2023-03-01", "H2", 3);
        record("2023-03-10", head -> new OtherIncomeReceived(head, Fen.ofYuan("60")));
        record("2023-03-20", head -> new ExpensePaid(head, Fen.ofYuan("100"), Rules.V2));
        share("2023-04-01", "H2", "50");
        // Of the eighty that were lost when H2 came, twenty were still lost at the least.
        assertFound(What.NEWCOMER_BEARS_LOSS, "2023-12-31", "2023-04-01", "20");
    }

    @Test
    void aNewcomersPartInALaterLoss() {
        found("1000");
        history.admit("2023-03-01", "H2", 3);
        record("2023-03-01", head -> new ExpensePaid(head, Fen.ofYuan("80"), Rules.V2));
        share("2023-04-01", "H2", "50");
        assertQuiet(What.NEWCOMER_BEARS_LOSS, "2023-12-31");
    }

    @Test
    void aPayoutThatWasNotEnough() {
        found("1000");
        history.setPolicy("2023-01-04", "collectiveTarget.2023", "100.00");
        history.payVillage("2023-12-20", 2023, "99");
        assertQuiet(What.VILLAGE_PAYOUT_WITHOUT_EFFECT, "2023-12-30");
        assertFound(What.VILLAGE_PAYOUT_WITHOUT_EFFECT, "2023-12-31", "2023-12-20", "99");
        history.payVillage("2023-12-21", 2023, "1");
        assertQuiet(What.VILLAGE_PAYOUT_WITHOUT_EFFECT, "2023-12-31");
        assertQuiet(What.VILLAGE_PAYOUT_ABOVE_SHORTFALL, "2023-12-31");
        history.payVillage("2023-12-22", 2023, "5");
        assertFound(What.VILLAGE_PAYOUT_ABOVE_SHORTFALL, "2023-12-31", "2023-12-20", "5");
    }

    @Test
    void aPayoutToAHouseholdThatLacksMonths() {
        found("1000");
        history.setPolicy("2023-01-04", "incomeLine.2023", "100.00");
        for (String month : List.of("2023-03", "2023-04", "2023-05")) {
            history.wage("2023-06-01", "W1", "H1", month, "100");
        }
        // The line of three people is covered by wages.
        history.payHousehold("2023-12-20", 2023, "H1", "7");
        assertFound(What.HOUSEHOLD_PAYOUT_ABOVE_SHORTFALL, "2023-12-31", "2023-12-20", "7");
        assertQuiet(What.HOUSEHOLD_PAYOUT_WITHOUT_EFFECT, "2023-12-31");
        history.reverse("2023-12-21", 5);
        assertFound(What.HOUSEHOLD_PAYOUT_WITHOUT_EFFECT, "2023-12-31", "2023-12-20", "7");
        assertQuiet(What.HOUSEHOLD_PAYOUT_ABOVE_SHORTFALL, "2023-12-31");
    }

    @Test
    void villageMoneyThatStaysHere() {
        found("1000");
        history.hold("2023-03-01", IncomeSource.OPERATING, "30");
        history.hold("2023-04-01", IncomeSource.OPERATING, "20");
        history.remit("2023-04-02", "40");
        assertQuiet(What.VILLAGE_INCOME_UNREMITTED, "2023-05-01");
        assertFound(What.VILLAGE_INCOME_UNREMITTED, "2023-05-02", "2023-05-02", "10");
        history.remit("2023-05-10", "10");
        assertQuiet(What.VILLAGE_INCOME_UNREMITTED, "2023-05-10");
    }

    @Test
    void incomeThatCallsItselfASubsidy() {
        found("1000");
        earn("2023-03-01", "冷库租金", IncomeSource.OPERATING, "30");
        earn("2023-03-02", "扶贫车间补助", IncomeSource.SUBSIDY, "30");
        assertQuiet(What.SUBSIDY_AS_INCOME, "2023-12-31");
        earn("2023-03-03", "财政补贴", IncomeSource.OPERATING, "40");
        assertFound(What.SUBSIDY_AS_INCOME, "2023-12-31", "2023-03-03", "40");
    }

    @Test
    void incomeThatMeetsTheTargetInDecember() {
        found("1000");
        history.setPolicy("2023-01-04", "collectiveTarget.2023", "100.00");
        history.earn("2023-03-01", IncomeSource.OPERATING, "51");
        history.earn("2023-12-30", IncomeSource.OPERATING, "49");
        assertQuiet(What.DECEMBER_SPIKE, "2023-12-31");
        history.earn("2023-12-31", IncomeSource.OPERATING, "2");
        assertFound(What.DECEMBER_SPIKE, "2023-12-31", "2023-12-30", "51");
    }

    @Test
    void feesForNobodyOnPost() {
        found("1000");
        assertThat(findings("2023-12-31").noData()).contains(11, 12);
        history.earn("2023-03-01", IncomeSource.SERVICE_FEE, "150");
        assertFound(What.FEES_WITHOUT_WORKERS, "2023-12-31", "2023-03-01", "150");
        place("2023-03-02", "W1", "厂一");
        assertQuiet(What.FEES_WITHOUT_WORKERS, "2023-12-31");
        assertQuiet(What.FEES_ABOVE_WORKERS, "2023-12-31");
        // One month on post by the end of March, for which two hundred would be much.
        history.earn("2023-03-31", IncomeSource.SERVICE_FEE, "51");
        assertFound(What.FEES_ABOVE_WORKERS, "2023-03-31", "2023-03-01", "1");
    }

    @Test
    void jobsThatOverlap() {
        found("1000");
        long first = place("2023-03-01", "W1", "厂一");
        String ref = history.events().get((int) first - 1).event().ref();
        record("2023-05-01", head -> new PlacementEnded(head, "W1", "厂一", ref));
        long second = place("2023-05-01", "W1", "厂二");
        assertQuiet(What.JOBS_OVERLAP, "2023-12-31");
        long third = place("2023-04-30", "W1", "厂三");
        assertThat(found(What.JOBS_OVERLAP, "2023-12-31").getFirst().evidence()).containsExactly(first, third);
        assertThat(second).isLessThan(third);
    }

    @Test
    void wagesOfTwoEmployers() {
        found("1000");
        long one = wage("2023-05-01", "厂一", "2023-04", "流水");
        wage("2023-06-01", "厂一", "2023-05", "流水");
        assertQuiet(What.WAGES_OF_TWO_EMPLOYERS, "2023-12-31");
        long two = wage("2023-06-02", "厂二", "2023-04", "流水");
        assertThat(assertFound(What.WAGES_OF_TWO_EMPLOYERS, "2023-12-31", "2023-06-02", "20")
                        .evidence())
                .containsExactly(one, two);
        history.reverse("2023-07-01", one);
        assertQuiet(What.WAGES_OF_TWO_EMPLOYERS, "2023-12-31");
    }

    @Test
    void aWageWithoutProof() {
        found("1000");
        wage("2023-05-01", "厂一", "2023-04", "流水");
        assertQuiet(What.WAGE_WITHOUT_PROOF, "2023-12-31");
        wage("2023-05-02", "厂一", "2023-05", " ");
        assertFound(What.WAGE_WITHOUT_PROOF, "2023-12-31", "2023-05-02", "10");
    }

    private long declare(String date, String yuan) {
        return record(
                date,
                head -> new DividendDeclared(
                        head, 2023, null, List.of(new DividendLine("H1", Fen.ofYuan(yuan))), null, Rules.V2));
    }

    private void pay(String date, String yuan) {
        record(date, head -> new DividendPaid(head, 2023, List.of(new DividendLine("H1", Fen.ofYuan(yuan)))));
    }

    private void payVillageOfReserve(String date, String yuan) {
        record(
                date,
                head -> new GuaranteePaid(
                        head,
                        Guarantee.COLLECTIVE_INCOME,
                        GuaranteePayer.RESERVE,
                        Fen.ofYuan(yuan),
                        2023,
                        null,
                        null,
                        null,
                        null,
                        new ReserveParts(Fen.ofYuan(yuan), Fen.ZERO, Fen.ZERO),
                        "决议",
                        Rules.V2));
    }

    private void share(String date, String household, String yuan) {
        LossLine line = new LossLine(household, Fen.ofYuan(yuan), Fen.ZERO);
        record(date, head -> new LossAllocated(head, line.amount(), LossSource.SHARES, "决议", List.of(line)));
    }

    private void earn(String date, String memo, IncomeSource source, String yuan) {
        record(
                date,
                memo,
                head -> new CollectiveIncomeRecorded(
                        head, TestHistory.VILLAGE, Fen.ofYuan(yuan), source, IncomeRoute.DIRECT, Rules.V2));
    }

    private long place(String date, String worker, String employer) {
        return record(date, head -> new WorkerPlaced(head, worker, employer, PlacementKind.LOCAL));
    }

    private long wage(String date, String employer, String month, String proof) {
        return record(
                date,
                proof,
                head -> new WageConfirmed(head, "W1", "H1", employer, YearMonth.parse(month), Fen.ofYuan("10")));
    }
}
