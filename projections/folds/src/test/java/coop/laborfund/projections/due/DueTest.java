package coop.laborfund.projections.due;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.projections.due.DueItem.AdvanceDue;
import coop.laborfund.projections.due.DueItem.BankLineOpen;
import coop.laborfund.projections.due.DueItem.DividendUnpaid;
import coop.laborfund.projections.due.DueItem.FloorDividendDue;
import coop.laborfund.projections.due.DueItem.MonthToClose;
import coop.laborfund.projections.due.DueItem.NoticeToPublish;
import coop.laborfund.projections.due.DueItem.VillageMoneyHeld;
import coop.laborfund.projections.testing.RowHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Of each kind a history that shows what is due, and one that nearly does. */
class DueTest {

    private final RowHistory history = RowHistory.openedOn("2023-01-01");

    @Test
    void nothingIsDueInAFundThatHasDoneEverything() {
        given("2023-01-02 INVEST_SHARES party=H1 amount=10000");
        history.closed("2023-01", "2023-03");
        given("2023-04-01 PUBLISH_NOTICE month=2023-03");

        assertThat(due("2023-04-30")).isEmpty();
    }

    @Test
    void anAdvanceIsDueOnItsDay() {
        given("""
                2023-01-02 INVEST_SHARES party=H1 amount=10000
                2023-02-01 ADVANCE_CAPITAL ref=a advance=A1 party=C1 amount=3000 rate=8 due=2023-06-30 resolution=决议
                2023-05-01 REPAY_ADVANCE ref=r advance=A1 amount=1000
                """);

        assertThat(due(AdvanceDue.class, "2023-06-29")).isEmpty();
        AdvanceDue item = due(AdvanceDue.class, "2023-08-06").getFirst();
        assertThat(item.date()).isEqualTo("2023-06-30");
        assertThat(history.ask(DueFold::new, "2023-08-06").daysOverdue(item)).isEqualTo(37);
        assertThat(item.amount()).hasToString("2000.00");
        assertThat(item.evidence()).isEqualTo(positions("a", "r"));

        given("2023-08-06 REPAY_ADVANCE advance=A1 amount=2000");
        assertThat(due(AdvanceDue.class, "2023-08-06")).isEmpty();
        assertThat(due(AdvanceDue.class, "2023-08-05")).hasSize(1);
    }

    /** With 30 days of grace an extension of 20 July is in time and one of 1 October, 32 days after 30 August, is not. */
    @Test
    void anExtensionGivenTooLateIsAgreedAndNotJudgedBy() {
        given("""
                2023-01-02 INVEST_SHARES party=H1 amount=10000
                2023-02-01 ADVANCE_CAPITAL advance=A1 party=C1 amount=3000 rate=8 due=2023-06-30 resolution=决议
                2023-07-20 EXTEND_ADVANCE advance=A1 due=2023-08-30 resolution=决议
                2023-10-01 EXTEND_ADVANCE advance=A1 due=2023-12-30 resolution=决议
                """);

        assertThat(due(AdvanceDue.class, "2023-08-29")).isEmpty();
        AdvanceDue item = due(AdvanceDue.class, "2023-10-02").getFirst();
        assertThat(item.date()).isEqualTo("2023-08-30");
        assertThat(item.agreed()).isEqualTo("2023-12-30");
    }

    /** 10,000 from 2 January: to 10 December 343 days; 6 % of it are 10,000 x 343 x 0.06 / 365 = 563.84. */
    @Test
    void aYearsFloorDividendIsDueWhenNothingWasDeclared() {
        given("2023-01-02 INVEST_SHARES party=H1 amount=10000");

        assertThat(due(FloorDividendDue.class, "2023-12-09")).isEmpty();
        FloorDividendDue item = due(FloorDividendDue.class, "2023-12-31").getFirst();
        assertThat(item.date()).isEqualTo("2023-12-10");
        assertThat(item.amount()).hasToString("563.84");
    }

    /** Declared on 8 December: 341 days, 10,000 x 341 x 0.06 / 365 = 560.55. */
    @Test
    void whatWasDeclaredMustReachTheFloorOfItsOwnDay() {
        given("""
                2023-01-02 INVEST_SHARES party=H1 amount=10000
                2023-06-01 OTHER_INCOME amount=2000
                2023-12-08 DECLARE_DIVIDEND ref=d year=2023 amount=500
                """);

        FloorDividendDue item = due(FloorDividendDue.class, "2023-12-31").getFirst();
        assertThat(item.amount()).hasToString("60.55");
        assertThat(item.declared()).hasToString("500.00");
        assertThat(item.evidence()).isEqualTo(positions("d"));

        given("2023-12-08 DECLARE_DIVIDEND year=2023 amount=60.55");
        assertThat(due(FloorDividendDue.class, "2023-12-31")).isEmpty();
    }

    @Test
    void theFloorIsThePolicysAndSoIsTheDay() {
        given("""
                2023-01-02 SET_POLICY policy=floorRate=0;dividendDue=11-30 resolution=决议
                2023-01-02 INVEST_SHARES party=H1 amount=10000
                """);

        assertThat(due(FloorDividendDue.class, "2023-12-31")).isEmpty();
        given("2023-01-03 SET_POLICY ref=p policy=floorRate=10 resolution=决议");
        FloorDividendDue item = due(FloorDividendDue.class, "2023-12-31").getFirst();
        assertThat(item.date()).isEqualTo("2023-11-30");
        assertThat(item.evidence()).containsAll(positions("p"));
    }

    @Test
    void dividendsDeclaredAreToBePaidByTheirDay() {
        given("""
                2023-01-02 INVEST_SHARES party=H1 amount=10000
                2023-01-02 INVEST_SHARES party=H2 amount=10000
                2023-06-01 OTHER_INCOME amount=2000
                2023-12-01 DECLARE_DIVIDEND ref=d year=2023 rate=6
                2023-12-11 PAY_DIVIDEND ref=p year=2023 party=H1
                """);

        assertThat(due(DividendUnpaid.class, "2023-12-09")).isEmpty();
        DividendUnpaid item = due(DividendUnpaid.class, "2023-12-20").getFirst();
        assertThat(item.date()).isEqualTo("2023-12-10");
        assertThat(item.households()).isEqualTo(1);
        assertThat(item.evidence()).isEqualTo(positions("d", "p"));

        given("2023-12-21 PAY_DIVIDEND ref=all year=2023 party=*");
        assertThat(due(DividendUnpaid.class, "2023-12-21")).isEmpty();
        given("2023-12-22 RETURN_DIVIDEND_PAYMENT year=2023 party=H2 amount=5");
        assertThat(due(DividendUnpaid.class, "2023-12-22").getFirst().amount()).hasToString("5.00");
    }

    /** 40 of the first 100 were handed over: 60 of it and all of the second are here. */
    @Test
    void theVillagesMoneyIsToBeHandedOverThirtyDaysAfterItCameIn() {
        given("""
                2023-03-01 RECORD_COLLECTIVE_INCOME ref=held1 amount=100 source=SERVICE_FEE payer=FUND
                2023-03-11 RECORD_COLLECTIVE_INCOME ref=held2 amount=30 source=OPERATING payer=FUND
                2023-03-12 RECORD_COLLECTIVE_INCOME amount=900 source=OPERATING
                2023-03-15 REMIT_COLLECTIVE_INCOME amount=40
                """);

        assertThat(due(VillageMoneyHeld.class, "2023-03-30")).isEmpty();
        VillageMoneyHeld item = due(VillageMoneyHeld.class, "2023-03-31").getFirst();
        assertThat(item.amount()).hasToString("60.00");
        assertThat(item.evidence()).isEqualTo(positions("held1"));
        assertThat(due(VillageMoneyHeld.class, "2023-04-10")).hasSize(2);

        given("2023-04-11 REMIT_COLLECTIVE_INCOME amount=90");
        assertThat(due(VillageMoneyHeld.class, "2023-04-11")).isEmpty();
    }

    @Test
    void monthsThatAreOverAreToBeClosedInOrder() {
        history.closed("2023-01", "2023-01");

        assertThat(due(MonthToClose.class, "2023-02-28")).isEmpty();
        assertThat(due(MonthToClose.class, "2023-04-01"))
                .extracting(DueItem::subject)
                .containsExactly("2023-02", "2023-03");
    }

    @Test
    void quartersThatAreOverAreToBeMadePublic() {
        assertThat(due(NoticeToPublish.class, "2023-03-31")).isEmpty();
        assertThat(due(NoticeToPublish.class, "2023-07-01"))
                .extracting(DueItem::subject)
                .containsExactly("2023-03", "2023-06");

        given("2023-07-02 PUBLISH_NOTICE month=2023-06");
        assertThat(due(NoticeToPublish.class, "2023-07-02"))
                .extracting(DueItem::subject)
                .containsExactly("2023-03");
    }

    @Test
    void bankLinesAreToBeMatched() {
        given("""
                2023-02-01 OTHER_INCOME ref=i1 amount=60
                2023-02-01 OTHER_INCOME ref=i2 amount=80
                2023-02-02 OTHER_INCOME ref=i3 amount=80
                2023-02-01 BANK_LINE ref=b1 amount=60 source=IN
                2023-02-02 BANK_LINE ref=b2 amount=80 source=IN
                """);

        assertThat(due(BankLineOpen.class, "2023-01-31")).isEmpty();
        List<BankLineOpen> items = due(BankLineOpen.class, "2023-02-28");
        assertThat(items).extracting(BankLineOpen::candidate).containsExactly(Optional.of("i1"), Optional.empty());
        assertThat(items.getFirst().evidence()).isEqualTo(positions("b1"));

        given("2023-02-28 MATCH_BANK_LINE line=b1 match=i1");
        assertThat(due(BankLineOpen.class, "2023-02-28"))
                .extracting(BankLineOpen::ref)
                .containsExactly("b2");
    }

    @Test
    void itemsComeByDate() {
        given("""
                2023-01-02 INVEST_SHARES party=H1 amount=10000
                2023-02-10 BANK_LINE ref=b1 amount=60 source=IN
                2023-03-15 RECORD_COLLECTIVE_INCOME amount=100 source=SERVICE_FEE payer=FUND
                """);

        assertThat(due("2023-04-30"))
                .extracting(DueItem::date)
                .isSorted()
                .contains(LocalDate.of(2023, 4, 14), LocalDate.of(2023, 2, 10));
    }

    private void given(String rows) {
        history.given(rows);
    }

    private List<DueItem> due(String day) {
        return history.ask(DueFold::new, day).items();
    }

    private <I extends DueItem> List<I> due(Class<I> kind, String day) {
        return due(day).stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private Set<Long> positions(String... refs) {
        return history.events().stream()
                .filter(recorded -> List.of(refs).contains(recorded.event().ref()))
                .map(RecordedEvent::position)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
