package coop.laborfund.ledger.posting;

import coop.laborfund.ledger.event.FundEvent;
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

    /** Of one amount, the event's: an account's sub-account is debited with it and another credited. */
    static Entry of(FundEvent event, Account debit, String debitSub, Account credit, String creditSub) {
        return new Entry(
                event.date(),
                List.of(
                        new Line(debit, debitSub, event.amount()),
                        new Line(credit, creditSub, event.amount().negate())));
    }

    public static Entry none(LocalDate date) {
        return new Entry(date, List.of());
    }

    /** The red entry (红字): the same lines with debit and credit exchanged, on a date of its own. */
    public Entry inverse(LocalDate on) {
        return new Entry(on, lines.stream().map(Line::inverse).toList());
    }

    /** The same entry with one account in the place of another. */
    Entry replace(Account account, Account by) {
        return new Entry(
                date,
                lines.stream()
                        .map(line -> line.account() == account ? new Line(by, line.sub(), line.amount()) : line)
                        .toList());
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
