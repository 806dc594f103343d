package coop.laborfund.api.answer;

import coop.laborfund.api.answer.StatementAnswer.Open;
import coop.laborfund.api.answer.StatementAnswer.Reconciled;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.statement.Reconciliation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The lines of 银行存款余额调节表, in their order: the books' side, the bank's, and what they differ by. */
enum ReconciliationLine {
    BOOK(Reconciliation::book),
    BANK_IN(day -> Reconciliation.sum(day.bankIn()), Reconciled::bankIn),
    BANK_OUT(day -> Reconciliation.sum(day.bankOut()), Reconciled::bankOut),
    ADJUSTED_BOOK(Reconciliation::adjustedBook),
    BANK(Reconciliation::bank),
    BOOKS_IN(day -> Reconciliation.sum(day.booksIn()), Reconciled::booksIn),
    BOOKS_OUT(day -> Reconciliation.sum(day.booksOut()), Reconciled::booksOut),
    ADJUSTED_BANK(Reconciliation::adjustedBank),
    DIFFERENCE(Reconciliation::difference);

    @SuppressWarnings("ImmutableEnumChecker") // A function without state.
    private final Function<Reconciliation, Fen> amount;

    @SuppressWarnings("ImmutableEnumChecker") // A function without state.
    private final Function<Reconciled, List<Open>> items;

    ReconciliationLine(Function<Reconciliation, Fen> amount) {
        this(amount, reconciled -> List.of());
    }

    ReconciliationLine(Function<Reconciliation, Fen> amount, Function<Reconciled, List<Open>> items) {
        this.amount = amount;
        this.items = items;
    }

    /** The amounts of a day, in the order of the lines. */
    static List<Fen> amounts(Reconciliation day) {
        List<Fen> amounts = new ArrayList<>();
        Arrays.stream(values()).forEach(line -> amounts.add(line.amount.apply(day)));
        return amounts;
    }

    /** What a line's amount consists of, by its number from 1. */
    static List<Open> items(int line, Reconciled reconciled) {
        return List.of(values()).get(line - 1).items.apply(reconciled);
    }
}
