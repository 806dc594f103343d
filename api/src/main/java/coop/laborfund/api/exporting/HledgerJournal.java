package coop.laborfund.api.exporting;

import coop.laborfund.api.exporting.JournalBook.Posting;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.ChartOfAccounts.AccountClass;
import coop.laborfund.ledger.posting.Line;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a fund's journal for hledger: strict (every account and the commodity declared), in the order of dates, with balance
 * assertions for every account at the end of each closed month and of the file, so that hledger itself proves the balances.
 */
public final class HledgerJournal implements JournalFormat {

    private static final String COMMODITY = "CNY";

    private final PrintWriter out;

    private HledgerJournal(PrintWriter out) {
        this.out = out;
    }

    /**
     * @param events all of the fund's, in their order
     * @param from the first day to show, null for all; what was before is in an opening entry
     * @param to the last day to show, null for all
     */
    public static void write(
            PrintWriter out,
            String fund,
            Stream<RecordedEvent> events,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        JournalWalk.write(new HledgerJournal(out), fund, events, from, to);
        out.flush();
    }

    @Override
    public void heading(String fund, LocalDate first, SortedSet<LedgerAccount> accounts) {
        out.println("; 基金 " + fund + " 的分录。金额单位:元。");
        out.println("decimal-mark .");
        out.println("commodity 1000.00 " + COMMODITY);
        for (AccountClass accountClass : AccountClass.values()) {
            out.println("account " + HledgerAccounts.root(accountClass) + "  ; type: "
                    + HledgerAccounts.letter(accountClass));
        }
        accounts.forEach(account -> out.println("account " + HledgerAccounts.name(account)));
        out.println();
    }

    @Override
    public void opening(LocalDate day, SortedMap<LedgerAccount, Fen> balances) {
        out.println(day + " 期初余额");
        balances.forEach((account, balance) -> {
            if (!balance.isZero()) {
                amount(account, balance);
            }
        });
        out.println();
    }

    @Override
    public void transaction(Posting posting) {
        String ref = posting.event().ref();
        out.println(posting.date() + " (" + code(ref) + ") " + description(posting));
        out.println("    ; type:" + posting.event().type() + ", position:" + posting.position()
                + (code(ref).equals(ref) ? "" : ", ref:" + ref));
        for (Line line : posting.entry().lines()) {
            amount(LedgerAccount.of(line), line.amount());
        }
        out.println();
    }

    /** A posting of nothing to every account, which states its balance; hledger fails where it is another. */
    @Override
    public void assertions(LocalDate day, String what, SortedMap<LedgerAccount, Fen> balances) {
        out.println(day + " " + what);
        balances.forEach((account, balance) -> out.println(
                "    " + HledgerAccounts.name(account) + "  0.00 " + COMMODITY + " = " + balance + " " + COMMODITY));
        out.println();
    }

    private void amount(LedgerAccount account, Fen amount) {
        out.println("    " + HledgerAccounts.name(account) + "  " + amount + " " + COMMODITY);
    }

    /** A code ends at the first closing bracket, so a ref that has one shows a full-width one; the exact ref is a tag then. */
    private static String code(String ref) {
        return ref.replace(')', '）');
    }

    /** One line, and no semicolon, which would begin a comment. */
    private static String description(Posting posting) {
        String memo = posting.oneLineMemo().replace(';', '；');
        String type = posting.event().type().chinese();
        return memo.isBlank() ? type : type + " " + memo.strip();
    }
}
