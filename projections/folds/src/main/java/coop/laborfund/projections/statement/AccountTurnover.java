package coop.laborfund.projections.statement;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.fold.Total;

/** What stood on an account before some days, and what went onto either side of it on them. */
final class AccountTurnover {

    private Total opening = new Total();
    private Total debit = new Total();
    private Total credit = new Total();

    /** Adds what was posted before. */
    void before(Fen amount) {
        opening.add(amount);
    }

    /** Adds what was posted on one of the days; debit positive, credit negative. */
    void during(Fen amount) {
        if (amount.isNegative()) {
            credit.add(amount.negate());
        } else {
            debit.add(amount);
        }
    }

    /** Adds another account's. */
    void add(AccountTurnover other) {
        opening.add(other.opening());
        debit.add(other.debit());
        credit.add(other.credit());
    }

    /** The days are over: what they came to is what stood before the next. */
    void turn() {
        Total before = new Total();
        before.add(closing());
        opening = before;
        debit = new Total();
        credit = new Total();
    }

    /** Debit minus credit. */
    Fen opening() {
        return opening.sum();
    }

    Fen debit() {
        return debit.sum();
    }

    Fen credit() {
        return credit.sum();
    }

    /** Debit minus credit. */
    Fen closing() {
        return opening().plus(debit()).minus(credit());
    }

    boolean isNothing() {
        return opening().isZero() && debit().isZero() && credit().isZero();
    }
}
