package coop.laborfund.api.exporting;

import coop.laborfund.api.exporting.JournalBook.Posting;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.ChartOfAccounts.AccountClass;
import coop.laborfund.ledger.posting.Line;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a fund's journal for hledger: strict (every account and the commodity declared), in the order of dates, with balance
 * assertions for every account at the end of each closed month and of the file, so that hledger itself proves the balances.
 */
public final class HledgerJournal {

    private static final String COMMODITY = "CNY";

    private final PrintWriter out;
    private final SortedMap<String, Fen> balances = new TreeMap<>();

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
        JournalBook book = JournalBook.of(events);
        new HledgerJournal(out).write(fund, book, from == null ? LocalDate.MIN : from, to == null ? LocalDate.MAX : to);
        out.flush();
    }

    private void write(String fund, JournalBook book, LocalDate from, LocalDate to) {
        Deque<Posting> shown = new ArrayDeque<>();
        for (Posting posting : book.postings()) {
            posting.entry().lines().forEach(line -> balances.putIfAbsent(HledgerAccounts.name(line), Fen.ZERO));
            if (posting.date().isBefore(from)) {
                post(posting);
            } else if (!posting.date().isAfter(to)) {
                shown.add(posting);
            }
        }
        heading(fund);
        if (!from.equals(LocalDate.MIN)) {
            opening(from);
        }
        for (YearMonth month : book.closedMonths()) {
            if (!month.atEndOfMonth().isBefore(from) && !month.atEndOfMonth().isAfter(to)) {
                transactionsUntil(shown, month.atEndOfMonth());
                assertions(month.atEndOfMonth(), "月结 " + month);
            }
        }
        LocalDate last = shown.isEmpty() ? LocalDate.MIN : shown.getLast().date();
        transactionsUntil(shown, to);
        if (!last.equals(LocalDate.MIN)) {
            assertions(last, "期末余额");
        }
    }

    private void heading(String fund) {
        out.println("; 基金 " + fund + " 的分录。金额单位:元。");
        out.println("decimal-mark .");
        out.println("commodity 1000.00 " + COMMODITY);
        for (AccountClass accountClass : AccountClass.values()) {
            out.println("account " + HledgerAccounts.root(accountClass) + "  ; type: "
                    + HledgerAccounts.letter(accountClass));
        }
        balances.keySet().forEach(account -> out.println("account " + account));
        out.println();
    }

    private void opening(LocalDate from) {
        out.println(from + " 期初余额");
        balances.forEach((account, balance) -> {
            if (!balance.isZero()) {
                amount(account, balance);
            }
        });
        out.println();
    }

    private void transactionsUntil(Deque<Posting> postings, LocalDate day) {
        while (!postings.isEmpty() && !postings.getFirst().date().isAfter(day)) {
            transaction(postings.removeFirst());
        }
    }

    private void transaction(Posting posting) {
        post(posting);
        String ref = posting.event().ref();
        out.println(posting.date() + " (" + code(ref) + ") " + description(posting));
        out.println("    ; type:" + posting.event().type() + ", position:" + posting.position()
                + (code(ref).equals(ref) ? "" : ", ref:" + ref));
        posting.entry().lines().forEach(line -> amount(HledgerAccounts.name(line), line.amount()));
        out.println();
    }

    private void post(Posting posting) {
        for (Line line : posting.entry().lines()) {
            balances.merge(HledgerAccounts.name(line), line.amount(), Fen::plus);
        }
    }

    /** A posting of nothing to every account, which states its balance; hledger fails where it is another. */
    private void assertions(LocalDate day, String what) {
        out.println(day + " " + what);
        balances.forEach((account, balance) ->
                out.println("    " + account + "  0.00 " + COMMODITY + " = " + balance + " " + COMMODITY));
        out.println();
    }

    private void amount(String account, Fen amount) {
        out.println("    " + account + "  " + amount + " " + COMMODITY);
    }

    /** A code ends at the first closing bracket, so a ref that has one shows a full-width one; the exact ref is a tag then. */
    private static String code(String ref) {
        return ref.replace(')', '）');
    }

    /** One line, and no semicolon, which would begin a comment. */
    private static String description(Posting posting) {
        String memo =
                posting.event().voucher().memo().replaceAll("\\p{Cntrl}+", " ").replace(';', '；');
        String type = posting.event().type().chinese();
        return memo.isBlank() ? type : type + " " + memo.strip();
    }
}
