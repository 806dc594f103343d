package coop.laborfund.projections.query;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.ChartOfAccounts;

/**
 * The balance of an account or sub-account.
 *
 * @param account the account's code
 * @param sub the sub-account, empty where there is none
 * @param amount debit minus credit, never zero
 */
public record Balance(String account, String sub, Fen amount) {

    /** The account's Chinese name. */
    public String name() {
        return ChartOfAccounts.heading(account).name();
    }
}
