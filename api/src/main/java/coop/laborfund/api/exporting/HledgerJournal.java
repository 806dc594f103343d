package coop.laborfund.api.exporting;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.ChartOfAccounts.AccountClass;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Writes a fund's journal for hledger: strict (every account and the commodity declared), in the order of dates, with balance
 * assertions for every account at the end of each closed month and of the file, so that hledger itself proves the balances.
 */
final class HledgerJournal extends TextJournal {

    /** A code ends at the first one; a ref that has one is a tag instead: with another bracket in its place it would be another's. */
    private static final char CODE_END = ')';

    HledgerJournal(Appendable out) {
        super(out, "    ");
    }

    @Override
    String name(LedgerAccount account) {
        return HledgerAccounts.name(account);
    }

    @Override
    String headLine(LocalDate day, String what) {
        return day + " " + what;
    }

    @Override
    public void heading(String fund, LocalDate first, SortedSet<LedgerAccount> accounts) {
        title(fund);
        line("decimal-mark .");
        line("commodity 1000.00 " + COMMODITY);
        for (AccountClass accountClass : AccountClass.values()) {
            line("account " + HledgerAccounts.root(accountClass) + "  ; type: " + HledgerAccounts.letter(accountClass));
        }
        accounts.forEach(account -> line("account " + name(account)));
        line();
    }

    @Override
    public void transaction(Posting posting) {
        String ref = posting.ref();
        boolean isCode = ref.indexOf(CODE_END) < 0;
        line(posting.date().toString(), isCode ? " (" + ref + ") " : " ", description(posting));
        line(
                "    ; type:",
                posting.type().toString(),
                ", position:",
                Long.toString(posting.position()),
                isCode ? "" : ", ref:" + ref);
        amounts(posting.lines());
    }

    /** A posting of nothing to every account, which states its balance; hledger fails where it is another. */
    @Override
    public void assertions(LocalDate day, String what, SortedMap<LedgerAccount, Fen> balances) {
        line(headLine(day, what));
        balances.forEach((account, balance) ->
                line("    " + name(account) + "  0.00 " + COMMODITY + " = " + balance + " " + COMMODITY));
        line();
    }

    /** One line, and no semicolon, which would begin a comment. */
    private static String description(Posting posting) {
        String memo = posting.oneLineMemo().replace(';', '；');
        String type = posting.type().chinese();
        return memo.isBlank() ? type : type + " " + memo.strip();
    }
}
