package coop.laborfund.api.answer;

import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.ledger.posting.Line;

/**
 * A line of an entry.
 *
 * @param account the account's code
 * @param sub the sub-account, empty where there is none
 * @param amount yuan, debit positive, credit negative
 */
public record EntryLine(String account, String sub, String amount) {

    public static EntryLine of(Line line) {
        return new EntryLine(
                ChartOfAccounts.code(line.account()), line.sub(), line.amount().toString());
    }
}
