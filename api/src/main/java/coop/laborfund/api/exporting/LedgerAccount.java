package coop.laborfund.api.exporting;

import coop.laborfund.ledger.event.Ids;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.ledger.posting.ChartOfAccounts.Heading;
import coop.laborfund.ledger.posting.Line;
import java.util.Comparator;

/**
 * An account or sub-account; in the order of codes, then of sub-accounts by code point.
 *
 * @param sub empty where there is none
 */
record LedgerAccount(Account account, String sub) implements Comparable<LedgerAccount> {

    private static final Comparator<LedgerAccount> ORDER =
            Comparator.comparing(LedgerAccount::code, Ids.ORDER).thenComparing(LedgerAccount::sub, Ids.ORDER);

    static LedgerAccount of(Line line) {
        return new LedgerAccount(line.account(), line.sub());
    }

    Heading heading() {
        return ChartOfAccounts.heading(account);
    }

    String code() {
        return heading().code();
    }

    @Override
    public int compareTo(LedgerAccount other) {
        return ORDER.compare(this, other);
    }
}
