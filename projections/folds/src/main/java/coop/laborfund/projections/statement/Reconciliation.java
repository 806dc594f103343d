package coop.laborfund.projections.statement;

import coop.laborfund.ledger.money.Fen;
import java.time.LocalDate;
import java.util.List;

/**
 * The bank's reconciliation of a day (银行存款余额调节表).
 *
 * @param position the last position that was taken into account
 * @param book what the books have on 102
 * @param bank what the bank's statement says
 * @param booksIn what came in by the books and not by the bank
 * @param booksOut what went out by the books and not by the bank
 * @param bankIn what came in by the bank and not by the books
 * @param bankOut what went out by the bank and not by the books
 * @param gaps what the difference consists of; empty where there is none
 */
public record Reconciliation(
        String fund,
        LocalDate asOf,
        long position,
        Fen book,
        Fen bank,
        List<OpenItem> booksIn,
        List<OpenItem> booksOut,
        List<OpenItem> bankIn,
        List<OpenItem> bankOut,
        List<Gap> gaps) {

    /**
     * Half of what belongs together, whose other half is not there yet.
     *
     * @param ref the movement's, or the bank line's
     * @param amount positive
     */
    public record OpenItem(String ref, LocalDate date, Fen amount, long position) {}

    /** Where a difference comes from. */
    public enum GapKind {
        /** What the bank had before its first line is not what the books had then. */
        OPENING,
        /** The statement's lines do not lead to its balance: some are missing, or it began unknown. */
        STATEMENT,
        /** Lines and movements that were matched are not of the same sum. */
        MATCHES
    }

    /** @param amount by how much the bank's side is larger; not zero */
    public record Gap(GapKind kind, Fen amount) {}

    /** What the books will have when they have what the bank has. */
    public Fen adjustedBook() {
        return book.plus(sum(bankIn)).minus(sum(bankOut));
    }

    /** What the bank will have when it has what the books have. */
    public Fen adjustedBank() {
        return bank.plus(sum(booksIn)).minus(sum(booksOut));
    }

    /** Zero where both sides agree. */
    public Fen difference() {
        return adjustedBank().minus(adjustedBook());
    }

    public static Fen sum(List<OpenItem> items) {
        return items.stream().map(OpenItem::amount).reduce(Fen.ZERO, Fen::plus);
    }
}
