package coop.laborfund.projections.query;

import coop.laborfund.ledger.money.Fen;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A fund's books on a day.
 *
 * @param asOf the day asked for, null where everything recorded counts
 * @param position the last position that was taken into account
 * @param accounts without balances of zero, sorted by account and sub-account in code point order
 */
public record Balances(String fund, @Nullable LocalDate asOf, long position, List<Balance> accounts) {

    /** The sum of the debit balances. */
    public Fen debit() {
        return sum(amount -> amount.max(Fen.ZERO));
    }

    /** The sum of the credit balances, a positive amount; equal to {@link #debit} while the books balance. */
    public Fen credit() {
        return sum(amount -> amount.negate().max(Fen.ZERO));
    }

    private Fen sum(UnaryOperator<Fen> side) {
        return accounts.stream().map(Balance::amount).map(side).reduce(Fen.ZERO, Fen::plus);
    }
}
