package coop.laborfund.api.exporting;

import coop.laborfund.ledger.posting.ChartOfAccounts.AccountClass;
import coop.laborfund.ledger.posting.ChartOfAccounts.Heading;
import coop.laborfund.ledger.posting.Subs;

/** How accounts are called in an hledger journal: {@code 权益:301股金:H001}. */
final class HledgerAccounts {

    private HledgerAccounts() {}

    static String name(LedgerAccount account) {
        Heading heading = account.heading();
        String heads = root(heading.accountClass()) + ":" + heading.code() + heading.name();
        return account.sub().isEmpty() ? heads : heads + ":" + sub(account);
    }

    /** The account class's name, which hledger's own reports go by. */
    static String root(AccountClass accountClass) {
        return switch (accountClass) {
            case ASSET -> "资产";
            case LIABILITY -> "负债";
            case EQUITY -> "权益";
            case INCOME -> "收入";
            case EXPENSE -> "支出";
        };
    }

    /** hledger's letter for an account class. */
    static String letter(AccountClass accountClass) {
        return switch (accountClass) {
            case ASSET -> "A";
            case LIABILITY -> "L";
            case EQUITY -> "E";
            case INCOME -> "R";
            case EXPENSE -> "X";
        };
    }

    private static String sub(LedgerAccount account) {
        return switch (account.account()) {
            case PAYABLES -> payable(account.sub());
            case FISCAL_RESERVE, DONATED_RESERVE, SURPLUS_RESERVE -> "风险准备金";
            case APPROPRIATION -> account.sub().equals(Subs.DISTRIBUTED) ? "各项分配" : "未分配盈余";
            case BANK,
                    ADVANCES,
                    DIVIDENDS_PAYABLE,
                    SHARES,
                    YEAR_RESULT,
                    RETURNS,
                    OTHER_INCOME,
                    EXPENSES_2007,
                    EXPENSES,
                    FINANCE,
                    LOSSES -> account.sub();
        };
    }

    private static String payable(String sub) {
        if (Subs.isDeposit(sub)) {
            return "保证金:" + Subs.companyOfDeposit(sub);
        }
        return sub.equals(Subs.GUARANTEE) ? "担保代偿" : "村集体:" + sub;
    }
}
