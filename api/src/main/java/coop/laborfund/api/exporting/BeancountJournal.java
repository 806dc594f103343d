package coop.laborfund.api.exporting;

import coop.laborfund.ledger.money.Fen;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Writes a fund's journal for beancount 2: every account opened on the first day with its Chinese name, each entry with its
 * ref, type and position as metadata, balance assertions for every account at the end of each closed month and of the file.
 * An assertion holds at the beginning of its day there, so that of a month's end bears the date of the day after.
 */
final class BeancountJournal extends TextJournal {

    BeancountJournal(Appendable out) {
        super(out, "  ");
    }

    @Override
    String name(LedgerAccount account) {
        return BeancountAccounts.name(account);
    }

    @Override
    String headLine(LocalDate day, String what) {
        return day + " * " + quoted(what);
    }

    @Override
    public void heading(String fund, LocalDate first, SortedSet<LedgerAccount> accounts) {
        title(fund);
        line("option \"title\" " + quoted(fund));
        line("option \"operating_currency\" \"" + COMMODITY + "\"");
        line("; 余额断言相差一分也不放过。");
        line("option \"inferred_tolerance_multiplier\" \"0.1\"");
        line();
        for (LedgerAccount account : accounts) {
            line(first + " open " + name(account) + " " + COMMODITY);
            line("  name: " + quoted(account.heading().name()));
            if (!account.sub().isEmpty()) {
                line("  sub: " + quoted(account.sub()));
            }
        }
        line();
    }

    @Override
    public void transaction(Posting posting) {
        String type = posting.type().chinese();
        String memo = posting.oneLineMemo().strip();
        line(headLine(posting.date(), type) + " " + quoted(memo));
        line("  ref: " + quoted(posting.ref()));
        line("  type: " + quoted(posting.type().name()));
        line("  position: " + posting.position());
        amounts(posting.lines());
    }

    @Override
    public void assertions(LocalDate day, String what, SortedMap<LedgerAccount, Fen> balances) {
        line("; " + what);
        balances.forEach((account, balance) ->
                line(day.plusDays(1) + " balance " + name(account) + "  " + balance + " " + COMMODITY));
        line();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
