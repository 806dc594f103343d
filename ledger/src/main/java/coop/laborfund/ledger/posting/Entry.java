package coop.laborfund.ledger.posting;

import coop.laborfund.ledger.money.Fen;
import java.time.LocalDate;
import java.util.List;

/**
 * What an event does to the books.
 *
 * @param date the posting date
 * @param lines balanced; empty where the event posts nothing
 */
public record Entry(LocalDate date, List<Line> lines) {

    public Entry {
        lines = List.copyOf(lines);
        if (!lines.stream().map(Line::amount).reduce(Fen.ZERO, Fen::plus).isZero()) {
            throw new IllegalArgumentException("entry does not balance: " + lines);
        }
    }

    public static Entry none(LocalDate date) {
        return new Entry(date, List.of());
    }

    /** The red entry (红字): the same lines with debit and credit exchanged, on a date of its own. */
    public Entry inverse(LocalDate on) {
        return new Entry(on, lines.stream().map(Line::inverse).toList());
    }

    /** The sum of the debits, which is that of the credits. */
    public Fen turnover() {
        return lines.stream().map(Line::amount).filter(Fen::isPositive).reduce(Fen.ZERO, Fen::plus);
    }
}
