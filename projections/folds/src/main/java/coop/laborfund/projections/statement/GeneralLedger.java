package coop.laborfund.projections.statement;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * The general ledger (总账): accounts by month.
 *
 * @param from the first day
 * @param asOf the last day
 * @param position the last position that was taken into account
 * @param rows a row for each account and month of postings, by code and month
 */
public record GeneralLedger(String fund, LocalDate from, LocalDate asOf, long position, List<Row> rows) {

    /**
     * An account's month.
     *
     * @param opening debit minus credit before the month, as is {@code closing} after it
     */
    public record Row(String account, YearMonth month, Fen opening, Fen debit, Fen credit, Fen closing) {

        /** The account's Chinese name. */
        public String name() {
            return ChartOfAccounts.heading(account).name();
        }
    }
}
