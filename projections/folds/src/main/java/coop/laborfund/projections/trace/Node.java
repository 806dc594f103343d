package coop.laborfund.projections.trace;

import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.ledger.posting.Subs;

/** Where money is, comes from or goes to: an account or sub-account of the books. */
record Node(Account account, String sub) {

    private static final String SEPARATOR = ":";

    /** Whether money lies here, to go on. */
    boolean isPool() {
        return account == Account.BANK || account == Account.ADVANCES;
    }

    /** As the books call it: {@code 102}, {@code 301:H001}. */
    String text() {
        String code = ChartOfAccounts.code(account);
        return sub.equals(Subs.NONE) ? code : code + SEPARATOR + sub;
    }

    boolean isAdvanceTo(String company) {
        return account == Account.ADVANCES && Subs.companyOfAdvance(sub).equals(company);
    }

    boolean is(Account other, String otherSub) {
        return account == other && sub.equals(otherSub);
    }
}
