package coop.laborfund.projections.finding;

import coop.laborfund.ledger.money.Fen;

/**
 * The books at the end of a day, by postings dated up to it, each as people speak of it: what is owed and what was put in is positive.
 *
 * @param bank what is in the bank
 * @param owed dividends payable and all payables, which are others' money
 * @param shares what the households put in
 * @param surplus what may be distributed; below zero a loss
 * @param fiscal the part of the risk reserve that is fiscal money
 * @param ownReserve the other two parts of it, which cover a loss
 */
record Standing(Fen bank, Fen owed, Fen shares, Fen surplus, Fen fiscal, Fen ownReserve) {

    static final Standing NOTHING = new Standing(Fen.ZERO, Fen.ZERO, Fen.ZERO, Fen.ZERO, Fen.ZERO, Fen.ZERO);

    /** What lies in the bank and is neither others' nor kept for risks. */
    Fen free() {
        return bank.minus(owed).minus(fiscal).minus(ownReserve);
    }

    /** What is lacking to the capital; zero where nothing is. */
    Fen uncoveredLoss() {
        return surplus.plus(ownReserve).negate().max(Fen.ZERO);
    }
}
