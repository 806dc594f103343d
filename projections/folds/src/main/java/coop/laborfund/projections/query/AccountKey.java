package coop.laborfund.projections.query;

import coop.laborfund.ledger.event.Ids;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.ledger.posting.Line;

/**
 * An account or sub-account, in the order of lists of balances.
 *
 * @param account the account's code
 * @param sub the sub-account, empty where there is none
 */
public record AccountKey(String account, String sub) implements Comparable<AccountKey> {

    public static AccountKey of(Line line) {
        return new AccountKey(ChartOfAccounts.code(line.account()), line.sub());
    }

    @Override
    public int compareTo(AccountKey other) {
        int byAccount = account.compareTo(other.account);
        return byAccount != 0 ? byAccount : Ids.ORDER.compare(sub, other.sub);
    }
}
