package coop.laborfund.projections.statement;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.projections.statement.Reconciliation.OpenItem;
import coop.laborfund.projections.testing.RowHistory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reconciliations made by hand. */
class ReconciliationTest {

    private final RowHistory history = RowHistory.openedOn("2023-01-01");

    @Test
    void whatOnlyOneSideHasIsAddedToTheOther() {
        given("""
                2023-01-02 INVEST_SHARES ref=shares party=H1 amount=5000
                2023-01-05 PAY_EXPENSE ref=expense amount=300
                2023-01-06 OTHER_INCOME ref=income amount=80
                2023-01-02 BANK_LINE ref=b1 amount=5000 source=IN balance=5000
                2023-01-07 BANK_LINE ref=b2 amount=12 source=IN balance=5012
                2023-01-08 BANK_LINE ref=b3 amount=3 source=OUT balance=5009
                2023-01-09 MATCH_BANK_LINE line=b1 match=shares
                """);

        Reconciliation day = on("2023-01-31");

        assertThat(refs(day.booksIn())).containsExactly("income 80.00");
        assertThat(refs(day.booksOut())).containsExactly("expense 300.00");
        assertThat(refs(day.bankIn())).containsExactly("b2 12.00");
        assertThat(refs(day.bankOut())).containsExactly("b3 3.00");
        assertThat(figures(day)).isEqualTo("4780.00 5009.00 4789.00 4789.00 0.00 []");
    }

    /** Of one day 500 in and 200 out, handed in the other way round: 700 (before) + 500 = 1,200, less 200 = 1,000. */
    @Test
    void theBalanceOfADayIsThatOfTheLineThatNoOtherContinues() {
        given("""
                2023-01-02 BANK_LINE ref=b2 amount=200 source=OUT balance=1000
                2023-01-02 BANK_LINE ref=b1 amount=500 source=IN balance=1200
                """);

        assertThat(on("2023-01-31").bank()).hasToString("1000.00");
        given("2023-01-02 BANK_LINE ref=b3 amount=9 source=IN");
        assertThat(on("2023-01-31").bank())
                .as("of that day, and so in its balance")
                .hasToString("1000.00");
        given("2023-01-03 BANK_LINE ref=b4 amount=4 source=OUT");
        assertThat(on("2023-01-31").bank()).hasToString("996.00");
        assertThat(on("2023-01-02").bank()).hasToString("1000.00");
    }

    /** Up and down by the same: each line continues the other, so the last recorded is taken. */
    @Test
    void whereTheChainHasNoEndTheLastRecordedIsTaken() {
        given("""
                2023-01-02 BANK_LINE ref=b1 amount=500 source=IN balance=500
                2023-01-02 BANK_LINE ref=b2 amount=500 source=OUT balance=0
                """);

        assertThat(on("2023-01-31").bank()).hasToString("0.00");
    }

    @Test
    void withoutAnyBalanceTheLinesAddUp() {
        given("""
                2023-01-02 BANK_LINE ref=b1 amount=500 source=IN
                2023-01-04 BANK_LINE ref=b2 amount=120 source=OUT
                """);

        assertThat(figures(on("2023-01-31"))).isEqualTo("0.00 380.00 380.00 380.00 0.00 []");
        assertThat(figures(on("2023-01-01"))).isEqualTo("0.00 0.00 0.00 0.00 0.00 []");
    }

    /** The bank had 4,000 before its first line, and so had the books. */
    @Test
    void whatWasBeforeTheFirstLineCountsAsMatchedWhereBothHadTheSame() {
        given("""
                2023-01-02 INVEST_SHARES party=H1 amount=4000
                2023-02-01 OTHER_INCOME ref=income amount=60
                2023-02-01 BANK_LINE ref=b1 amount=60 source=IN balance=4060
                """);

        assertThat(refs(on("2023-02-28").booksIn())).containsExactly("income 60.00");
        assertThat(figures(on("2023-02-28"))).isEqualTo("4060.00 4060.00 4120.00 4120.00 0.00 []");
    }

    @Test
    void whereTheyHadNotTheSameTheDifferenceIsNamed() {
        given("""
                2023-01-02 INVEST_SHARES ref=shares party=H1 amount=4000
                2023-02-01 BANK_LINE ref=b1 amount=60 source=IN balance=3060
                """);

        assertThat(refs(on("2023-02-28").booksIn())).containsExactly("shares 4000.00");
        assertThat(figures(on("2023-02-28")))
                .isEqualTo("4000.00 3060.00 4060.00 7060.00 3000.00 [Gap[kind=OPENING, amount=3000.00]]");
    }

    /** 300 went out on 31 January by the books and on 1 February by the bank, whose first line that is. */
    @Test
    void aMovementBeforeTheFirstLineThatIsMatchedIsNotInTheBanksOpening() {
        given("""
                2023-01-02 INVEST_SHARES party=H1 amount=4000
                2023-01-31 PAY_EXPENSE ref=expense amount=300
                2023-02-01 BANK_LINE ref=b1 amount=300 source=OUT balance=3700
                2023-02-02 MATCH_BANK_LINE line=b1 match=expense
                """);

        assertThat(figures(on("2023-02-28"))).isEqualTo("3700.00 3700.00 3700.00 3700.00 0.00 []");
    }

    @Test
    void aMissingLineIsNamed() {
        given("""
                2023-01-02 INVEST_SHARES ref=shares party=H1 amount=4000
                2023-01-02 BANK_LINE ref=b1 amount=4000 source=IN balance=4000
                2023-01-02 MATCH_BANK_LINE line=b1 match=shares
                2023-01-09 BANK_LINE ref=b2 amount=5 source=OUT balance=3895
                """);

        assertThat(figures(on("2023-01-31")))
                .isEqualTo("4000.00 3895.00 3995.00 3895.00 -100.00 [Gap[kind=STATEMENT, amount=-100.00]]");
    }

    @Test
    void aMatchCountsWhenAllOfItIsDatedAndItsOwnDateIsNotAsked() {
        given("""
                2023-01-30 OTHER_INCOME ref=income amount=60
                2023-02-01 BANK_LINE ref=b1 amount=60 source=IN
                2023-03-15 MATCH_BANK_LINE ref=match line=b1 match=income
                """);

        assertThat(refs(on("2023-01-31").booksIn())).containsExactly("income 60.00");
        assertThat(refs(on("2023-02-01").booksIn())).isEmpty();
        assertThat(refs(on("2023-02-01").bankIn())).isEmpty();
    }

    @Test
    void linesAndMatchesThatWereReversedCountOnNoDay() {
        given("""
                2023-01-30 OTHER_INCOME ref=income amount=60
                2023-01-30 BANK_LINE ref=b1 amount=60 source=IN
                2023-01-30 MATCH_BANK_LINE ref=match line=b1 match=income
                2023-02-15 REVERSE reverses=match memo=记错
                2023-02-16 REVERSE reverses=b1 memo=记错
                """);

        assertThat(refs(on("2023-01-31").booksIn())).containsExactly("income 60.00");
        assertThat(refs(on("2023-01-31").bankIn())).isEmpty();
        assertThat(on("2023-01-31").bank()).hasToString("0.00");
    }

    /** A payout by a guarantor comes in and goes out again: the bank shows both. */
    @Test
    void whatPassesThroughTheBankIsOpenBothWaysUntilItIsMatched() {
        given("""
                2023-01-30 PAY_GUARANTEE ref=payout guarantee=COLLECTIVE_INCOME payer=GUARANTOR amount=70 year=2023
                """);
        assertThat(refs(on("2023-01-31").booksIn())).containsExactly("payout 70.00");
        assertThat(refs(on("2023-01-31").booksOut())).containsExactly("payout 70.00");

        given("""
                2023-01-30 BANK_LINE ref=b1 amount=70 source=IN
                2023-01-31 BANK_LINE ref=b2 amount=70 source=OUT
                2023-01-31 MATCH_BANK_LINE line=b1;b2 match=payout
                """);
        assertThat(refs(on("2023-01-31").booksIn())).isEmpty();
        assertThat(refs(on("2023-01-31").bankOut())).isEmpty();
    }

    private void given(String rows) {
        history.given(rows);
    }

    private Reconciliation on(String day) {
        return history.ask(ReconciliationFold::new, day);
    }

    private static List<String> refs(List<OpenItem> items) {
        return items.stream().map(item -> item.ref() + " " + item.amount()).toList();
    }

    private static String figures(Reconciliation day) {
        return "%s %s %s %s %s %s"
                .formatted(
                        day.book(), day.bank(), day.adjustedBook(), day.adjustedBank(), day.difference(), day.gaps());
    }
}
