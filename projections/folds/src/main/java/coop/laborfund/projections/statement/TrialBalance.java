package coop.laborfund.projections.statement;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import java.time.LocalDate;
import java.util.List;

/**
 * The trial balance (科目余额表) of some days.
 *
 * @param from the first of them
 * @param asOf the last of them
 * @param position the last position that was taken into account
 * @param rows each account with its sum, and below it its sub-accounts where it has any; by code and sub-account
 */
public record TrialBalance(String fund, LocalDate from, LocalDate asOf, long position, List<Row> rows) {

    /**
     * An account, or a sub-account.
     *
     * @param account the account's code
     * @param detail whether it is a sub-account, and in the sum of its account's row
     * @param sub the sub-account; empty in a row of the account, and of what is posted to an account without one
     * @param opening debit minus credit before the first day, as is {@code closing} after the last
     */
    public record Row(String account, boolean detail, String sub, Fen opening, Fen debit, Fen credit, Fen closing) {

        static Row of(String account, boolean detail, String sub, AccountTurnover turnover) {
            return new Row(
                    account, detail, sub, turnover.opening(), turnover.debit(), turnover.credit(), turnover.closing());
        }

        /** The account's Chinese name. */
        public String name() {
            return ChartOfAccounts.heading(account).name();
        }
    }

    /** What was debited, which is what was credited. */
    public Fen turnover() {
        return rows.stream().filter(row -> !row.detail).map(Row::debit).reduce(Fen.ZERO, Fen::plus);
    }
}
