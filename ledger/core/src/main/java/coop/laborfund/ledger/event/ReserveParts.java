package coop.laborfund.ledger.event;

import coop.laborfund.ledger.money.Fen;

/**
 * An amount by the parts of the risk reserve that it comes from, or goes back to; none below zero.
 *
 * @param fiscal of 235
 * @param donated of 311
 * @param surplus of 322
 */
public record ReserveParts(Fen fiscal, Fen donated, Fen surplus) {

    public static final ReserveParts NONE = new ReserveParts(Fen.ZERO, Fen.ZERO, Fen.ZERO);

    public Fen total() {
        return fiscal.plus(donated).plus(surplus);
    }

    public ReserveParts plus(ReserveParts other) {
        return new ReserveParts(fiscal.plus(other.fiscal), donated.plus(other.donated), surplus.plus(other.surplus));
    }

    public ReserveParts minus(ReserveParts other) {
        return new ReserveParts(fiscal.minus(other.fiscal), donated.minus(other.donated), surplus.minus(other.surplus));
    }

    /** An amount taken of these, the first part first; what they do not suffice for is taken of the last. */
    public ReserveParts take(Fen amount) {
        Fen ofFiscal = amount.min(fiscal.max(Fen.ZERO));
        Fen ofDonated = amount.minus(ofFiscal).min(donated.max(Fen.ZERO));
        return new ReserveParts(ofFiscal, ofDonated, amount.minus(ofFiscal).minus(ofDonated));
    }
}
