package coop.laborfund.projections.statement;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.movement.MovementType;
import java.time.LocalDate;
import java.util.List;

/**
 * An account's book of some days (明细账; that of 102 is the day book, 日记账).
 *
 * @param from the first of them
 * @param asOf the last of them
 * @param position the last position that was taken into account
 * @param opening debit minus credit before the first day
 * @param rows a row a posting, by posting date and then by position
 */
public record AccountBook(String fund, LocalDate from, LocalDate asOf, long position, Fen opening, List<Row> rows) {

    /**
     * A posting.
     *
     * @param debit positive, zero where it is a credit; {@code credit} likewise
     * @param balance debit minus credit after it
     */
    public record Row(
            LocalDate date,
            long position,
            String ref,
            MovementType type,
            String memo,
            String account,
            String sub,
            Fen debit,
            Fen credit,
            Fen balance) {}
}
