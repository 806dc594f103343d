package coop.laborfund.projections.fold;

import coop.laborfund.ledger.money.Fen;

/** A sum of money that grows. */
public final class Total {

    private long fen;

    /** @throws ArithmeticException where the sum leaves the range of amounts, as does {@link #count} */
    public void add(Fen amount) {
        fen = Math.addExact(fen, amount.value());
    }

    /** @param sign 1 adds the amount, -1 takes it back */
    public void count(Fen amount, int sign) {
        fen = Math.addExact(fen, Math.multiplyExact(amount.value(), (long) sign));
    }

    public Fen sum() {
        return Fen.of(fen);
    }
}
