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
        if (!sum(lines).isZero()) {
            throw new IllegalArgumentException("entry does not balance: " + lines);
        }
    }

    private static Fen sum(List<Line> lines) {
        Fen sum = Fen.ZERO;
        for (Line line : lines) {
            sum = sum.plus(line.amount());
        }
        return sum;
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
        Fen debits = Fen.ZERO;
        for (Line line : lines) {
            debits = debits.plus(line.amount().max(Fen.ZERO));
        }
        return debits;
    }
}
