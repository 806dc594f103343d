package coop.laborfund.projections.statement;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.projections.testing.RowHistory;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The books of a history made by hand. */
class BooksTest {

    private static final LocalDate MARCH = LocalDate.of(2023, 3, 1);

    private final RowHistory history = RowHistory.openedOn("2023-01-01").given("""
            2023-02-01 INVEST_SHARES ref=r1 party=H1 amount=3000
            2023-03-05 INVEST_SHARES ref=r2 party=H1 amount=500 source=OWN
            2023-03-20 OTHER_INCOME ref=r3 amount=90
            2023-03-10 PAY_EXPENSE ref=r4 amount=40
            2023-03-31 WITHDRAW_SHARES ref=r5 party=H1 amount=600
            2023-04-01 TRANSFER_SHARES ref=r6 party=H1 counterparty=H2 amount=900
            """);

    @Test
    void theDayBookGoesByDateAndCarriesTheBalance() {
        AccountBook book = history.ask(scope -> AccountBookFold.dayBook(scope, MARCH), "2023-03-31");

        assertThat(book.opening()).hasToString("3000.00");
        assertThat(book.rows())
                .extracting(row ->
                        "%s %s %s %s %s".formatted(row.date(), row.ref(), row.debit(), row.credit(), row.balance()))
                .containsExactly(
                        "2023-03-05 r2 500.00 0.00 3500.00",
                        "2023-03-10 r4 0.00 40.00 3460.00",
                        "2023-03-20 r3 90.00 0.00 3550.00",
                        "2023-03-31 r5 0.00 600.00 2950.00");
    }

    @Test
    void anAccountsBookHasOneSubAccountOrAll() {
        AccountBook one = history.ask(scope -> new AccountBookFold(scope, MARCH, "301", "H2"), "2023-12-31");
        AccountBook all = history.ask(scope -> new AccountBookFold(scope, MARCH, "301", null), "2023-12-31");

        assertThat(one.rows()).extracting(AccountBook.Row::ref).containsExactly("r6");
        assertThat(one.rows().getFirst().balance()).hasToString("-900.00");
        assertThat(all.rows()).extracting(AccountBook.Row::ref).containsExactly("r2", "r5", "r6", "r6");
        assertThat(all.rows().getLast().balance()).hasToString("-2900.00");
    }

    @Test
    void theGeneralLedgerGoesByMonth() {
        GeneralLedger ledger =
                history.ask(scope -> new GeneralLedgerFold(scope, LocalDate.of(2023, 1, 1), "102"), "2023-12-31");

        assertThat(ledger.rows())
                .extracting(row -> "%s %s %s %s %s"
                        .formatted(row.month(), row.opening(), row.debit(), row.credit(), row.closing()))
                .containsExactly("2023-02 0.00 3000.00 0.00 3000.00", "2023-03 3000.00 590.00 640.00 2950.00");
    }

    /** H1 has 3,000 of the industry fund's and 500 of its own; out go 500 own and 100 of the other, then 900 of the other. */
    @Test
    void membersHaveCapitalFromPovertyReliefAssetsApart() {
        List<MemberCapital> members =
                history.ask(MemberCapitalFold::new, "2023-12-31").members();

        assertThat(members)
                .extracting(member -> "%s %s %s %s"
                        .formatted(member.household(), member.industryFund(), member.own(), member.shares()))
                .containsExactly("H1 2000.00 0.00 2000.00", "H2 900.00 0.00 900.00");
    }

    @Test
    void theTrialBalanceHasAccountsAndTheirSubAccounts() {
        TrialBalance trial = history.ask(scope -> new TrialBalanceFold(scope, MARCH), "2023-04-30");

        assertThat(trial.rows())
                .extracting(row -> "%s%s %s %s %s %s"
                        .formatted(
                                row.account(),
                                row.detail() ? ":" + row.sub() : "",
                                row.opening(),
                                row.debit(),
                                row.credit(),
                                row.closing()))
                .containsExactly(
                        "102 3000.00 590.00 640.00 2950.00",
                        "301 -3000.00 1500.00 1400.00 -2900.00",
                        "301:H1 -3000.00 1500.00 500.00 -2000.00",
                        "301:H2 0.00 0.00 900.00 -900.00",
                        "502 0.00 0.00 90.00 -90.00",
                        "523 0.00 40.00 0.00 40.00");
        assertThat(trial.turnover()).hasToString("2130.00");
    }
}
