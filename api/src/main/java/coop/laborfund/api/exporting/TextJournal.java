package coop.laborfund.api.exporting;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/** What journals for programs of plain text accounting have in common: a head line, then lines of account, amount and CNY. */
abstract class TextJournal implements JournalFormat {

    static final String COMMODITY = "CNY";

    private final Appendable out;
    private final String indent;
    private final Map<LedgerAccount, String> names = new HashMap<>();

    TextJournal(Appendable out, String indent) {
        this.out = out;
        this.indent = indent;
    }

    /** The account's name as the program takes it. */
    abstract String name(LedgerAccount account);

    /** The head line of an entry that no movement made. */
    abstract String headLine(LocalDate day, String what);

    @Override
    public void opening(LocalDate day, SortedMap<LedgerAccount, Fen> balances) {
        line(headLine(day, "期初余额"));
        balances.forEach((account, balance) -> {
            if (!balance.isZero()) {
                amount(account, balance);
            }
        });
        line();
    }

    /** The first line of all, a comment. */
    void title(String fund) {
        line("; 基金 " + fund + " 的分录。金额单位:元。");
    }

    void amounts(Iterable<Line> lines) {
        lines.forEach(line -> amount(LedgerAccount.of(line), line.amount()));
        line();
    }

    private void amount(LedgerAccount account, Fen amount) {
        line(indent, names.computeIfAbsent(account, this::name), "  ", amount.toString(), " ", COMMODITY);
    }

    /** Lines end alike on every system. */
    void line(String... parts) {
        try {
            for (String part : parts) {
                out.append(part);
            }
            out.append('\n');
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
