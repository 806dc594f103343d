package coop.laborfund.projections.finding;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.BankDirection;
import coop.laborfund.ledger.event.DividendEvent.DividendPaid;
import coop.laborfund.ledger.event.DividendLine;
import coop.laborfund.ledger.event.Rules;
import coop.laborfund.ledger.event.ShareEvent.SharesWithdrawn;
import coop.laborfund.ledger.event.StatementEvent.BankLineRecorded;
import coop.laborfund.ledger.event.StatementEvent.BankLinesMatched;
import coop.laborfund.ledger.event.TreasuryEvent.ExpensePaid;
import coop.laborfund.ledger.money.Fen;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is found about share money, the bank and its statement. */
class MoneyFindingsTest extends FoundHistory {

    @Test
    void sharesThatLeaveWithinDays() {
        found("1000");
        long in = history.invest("2023-03-01", "H1", "300");
        long out = withdraw("2023-03-16", "500", "500");
        Finding found = assertFound(What.SHARES_IN_AND_OUT, "2023-04-01", "2023-03-01", "300");
        assertThat(found.evidence()).containsExactly(in, out);
    }

    @Test
    void sharesThatLeaveADayLater() {
        found("1000");
        history.invest("2023-03-01", "H1", "300");
        withdraw("2023-03-17", "500", "500");
        assertQuiet(What.SHARES_IN_AND_OUT, "2023-04-01");
    }

    @Test
    void industryFundsDrawnAsCash() {
        found("1000");
        withdraw("2023-05-01", "200", "200");
        assertQuiet(What.INDUSTRY_FUNDS_DRAWN, "2023-06-01");
        withdraw("2023-05-02", "200", "150");
        assertFound(What.INDUSTRY_FUNDS_DRAWN, "2023-06-01", "2023-05-02", "50");
    }

    @Test
    void aReversedWithdrawalIsNone() {
        found("1000");
        history.reverse("2023-06-01", withdraw("2023-05-02", "200", "150"));
        assertFound(What.INDUSTRY_FUNDS_DRAWN, "2023-05-31", "2023-05-02", "50");
        assertQuiet(What.INDUSTRY_FUNDS_DRAWN, "2023-06-01");
    }

    @Test
    void sharesWithdrawnWhileCapitalWasMissing() {
        found("1000");
        history.advance("2023-02-01", "A1", "500", "2023-06-30");
        withdraw("2023-07-30", "100", "100");
        assertQuiet(What.WITHDRAWN_WHILE_BREACHED, "2023-12-01");
        // Past the thirty days of grace the advance covers nothing.
        withdraw("2023-07-31", "50", "50");
        history.repay("2023-09-01", "A1", "500");
        assertFound(What.WITHDRAWN_WHILE_BREACHED, "2023-12-01", "2023-07-31", "50");
    }

    @Test
    void aLateExtensionDoesNotBringTheCapitalBack() {
        found("1000");
        history.advance("2023-02-01", "A1", "500", "2023-06-30");
        history.extend("2023-07-31", "A1", "2024-06-30");
        withdraw("2023-08-10", "50", "50");
        assertFound(What.WITHDRAWN_WHILE_BREACHED, "2023-12-01", "2023-08-10", "50");
    }

    @Test
    void theBankBelowZeroOnAPastDay() {
        found("100");
        long paid = expense("2023-02-01", "120");
        history.invest("2023-02-04", "H1", "50");
        Finding found = assertFound(What.BANK_BELOW_ZERO, "2023-12-01", "2023-02-01", "20");
        assertThat(found.evidence()).containsExactly(paid);
        assertThat(found.details()).contains(3L);
    }

    @Test
    void theBankAtZero() {
        found("100");
        expense("2023-02-01", "100");
        assertQuiet(What.BANK_BELOW_ZERO, "2023-12-01");
    }

    @Test
    void moneyThatLiesIdle() {
        found("1000");
        assertQuiet(What.MONEY_IDLE, "2023-07-01");
        assertFound(What.MONEY_IDLE, "2023-07-02", "2023-01-03", "1000");
        assertFound(What.MONEY_IDLE_LONG, "2024-01-03", "2023-01-03", "1000");
        assertQuiet(What.MONEY_IDLE, "2024-01-03");
        assertThat(assertFound(What.MONEY_IDLE_LONG, "2025-01-02", "2023-01-03", "1000")
                        .details())
                .contains(730);
    }

    @Test
    void moneyThatWasLentInBetween() {
        found("1000");
        history.advance("2023-03-01", "A1", "801", "2024-06-30");
        history.repay("2023-03-02", "A1", "801");
        assertQuiet(What.MONEY_IDLE, "2023-08-01");
        assertFound(What.MONEY_IDLE, "2023-09-01", "2023-03-02", "1000");
    }

    @Test
    void whatIsKeptForOthersIsNotIdle() {
        history.open("2023-01-02", Map.of());
        history.admit("2023-01-03", "H1", 3);
        history.fundReserve("2023-01-03", "1000");
        history.deposit("2023-01-03", "C1", "500");
        assertQuiet(What.MONEY_IDLE, "2023-12-01");
    }

    @Test
    void bankLinesThatMatchNothing() {
        found("1000");
        long line = line("2023-03-01", "5");
        assertQuiet(What.BANK_LINES_UNMATCHED, "2023-04-01");
        assertThat(findings("2023-04-01").noData()).doesNotContain(17);
        Finding found = assertFound(What.BANK_LINES_UNMATCHED, "2023-04-02", "2023-03-01", "5");
        assertThat(found.evidence()).containsExactly(line);
        match(line, 3);
        assertQuiet(What.BANK_LINES_UNMATCHED, "2023-04-02");
    }

    @Test
    void aMatchThatWasUndoneMatchesNothing() {
        found("1000");
        long line = line("2023-03-01", "5");
        history.reverse("2023-06-01", match(line, 3));
        assertFound(What.BANK_LINES_UNMATCHED, "2023-04-02", "2023-03-01", "5");
    }

    @Test
    void withoutLinesThereIsNoData() {
        found("1000");
        assertThat(findings("2023-04-01").noData()).contains(5, 17);
    }

    @Test
    void sharesThatTheBankDoesNotKnow() {
        found("1000");
        line("2023-03-01", "5");
        long paid = history.invest("2023-03-02", "H1", "30");
        long known = history.invest("2023-03-03", "H1", "40");
        match(line("2023-03-04", "40"), known);
        Finding found = assertFound(What.SHARES_WITHOUT_RECEIPT, "2023-05-01", "2023-03-02", "30");
        assertThat(found.evidence()).containsExactly(paid);
    }

    @Test
    void sharesFromBeforeTheFirstLineAreNotAsked() {
        found("1000");
        line("2023-03-01", "5");
        assertQuiet(What.SHARES_WITHOUT_RECEIPT, "2023-05-01");
    }

    @Test
    void dividendsThatTheBankDoesNotConfirm() {
        found("1000");
        line("2023-03-01", "5");
        long paid = record(
                "2023-03-05", head -> new DividendPaid(head, 2023, List.of(new DividendLine("H1", Fen.ofYuan("7")))));
        assertQuiet(What.DIVIDEND_UNCONFIRMED, "2023-05-01");
        line("2023-03-06", "1");
        assertThat(assertFound(What.DIVIDEND_UNCONFIRMED, "2023-05-01", "2023-03-05", "7")
                        .evidence())
                .containsExactly(paid);
    }

    private long withdraw(String date, String yuan, String own) {
        return record(date, head -> new SharesWithdrawn(head, "H1", Fen.ofYuan(yuan), Fen.ofYuan(own)));
    }

    private long expense(String date, String yuan) {
        return record(date, head -> new ExpensePaid(head, Fen.ofYuan(yuan), Rules.V2));
    }

    private long line(String date, String yuan) {
        return record(date, head -> new BankLineRecorded(head, Fen.ofYuan(yuan), BankDirection.IN, null));
    }

    private long match(long line, long movement) {
        return record("2023-09-01", head -> new BankLinesMatched(head, List.of(ref(line)), List.of(ref(movement))));
    }

    private String ref(long position) {
        return history.events().get((int) position - 1).event().ref();
    }
}
