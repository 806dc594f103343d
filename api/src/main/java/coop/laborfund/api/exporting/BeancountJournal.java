package coop.laborfund.api.exporting;

import coop.laborfund.api.exporting.JournalBook.Posting;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Line;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a fund's journal for beancount 2: every account opened on the first day with its Chinese name, each entry with its
 * ref, type and position as metadata, balance assertions for every account at the end of each closed month and of the file.
 * An assertion holds at the beginning of its day there, so that of a month's end bears the date of the day after.
 */
public final class BeancountJournal implements JournalFormat {

    private static final String COMMODITY = "CNY";

    private final PrintWriter out;

    private BeancountJournal(PrintWriter out) {
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
        JournalWalk.write(new BeancountJournal(out), fund, events, from, to);
        out.flush();
    }

    @Override
    public void heading(String fund, LocalDate first, SortedSet<LedgerAccount> accounts) {
        out.println("; 基金 " + fund + " 的分录。金额单位:元。");
        out.println("option \"title\" " + quoted(fund));
        out.println("option \"operating_currency\" \"" + COMMODITY + "\"");
        out.println("; 余额断言相差一分也不放过。");
        out.println("option \"inferred_tolerance_multiplier\" \"0.1\"");
        out.println();
        for (LedgerAccount account : accounts) {
            out.println(first + " open " + BeancountAccounts.name(account) + " " + COMMODITY);
            out.println("  name: " + quoted(account.heading().name()));
            if (!account.sub().isEmpty()) {
                out.println("  sub: " + quoted(account.sub()));
            }
        }
        out.println();
    }

    @Override
    public void opening(LocalDate day, SortedMap<LedgerAccount, Fen> balances) {
        out.println(day + " * \"期初余额\"");
        balances.forEach((account, balance) -> {
            if (!balance.isZero()) {
                amount(account, balance);
            }
        });
        out.println();
    }

    @Override
    public void transaction(Posting posting) {
        String type = posting.event().type().chinese();
        String memo = posting.oneLineMemo().strip();
        out.println(posting.date() + " * " + quoted(type) + " " + quoted(memo));
        out.println("  ref: " + quoted(posting.event().ref()));
        out.println("  type: " + quoted(posting.event().type().name()));
        out.println("  position: " + posting.position());
        for (Line line : posting.entry().lines()) {
            amount(LedgerAccount.of(line), line.amount());
        }
        out.println();
    }

    @Override
    public void assertions(LocalDate day, String what, SortedMap<LedgerAccount, Fen> balances) {
        out.println("; " + what);
        balances.forEach((account, balance) -> out.println(
                day.plusDays(1) + " balance " + BeancountAccounts.name(account) + "  " + balance + " " + COMMODITY));
        out.println();
    }

    private void amount(LedgerAccount account, Fen amount) {
        out.println("  " + BeancountAccounts.name(account) + "  " + amount + " " + COMMODITY);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
