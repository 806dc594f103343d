package coop.laborfund.ledger.event;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;

/**
 * What a dividend's lines were computed from, so that each can be computed again by hand.
 *
 * @param firstDay the first day that counts
 * @param lastDay the last one
 * @param shareDays fen held times days held, of all households together
 * @param households each household's, above zero, in the order of their ids; also of those that get no line
 */
public record DividendBasis(LocalDate firstDay, LocalDate lastDay, BigInteger shareDays, List<Holder> households) {

    /**
     * One household's share-days.
     *
     * @param shareDays fen held times days held
     */
    public record Holder(String household, BigInteger shareDays) {}

    public DividendBasis {
        households = List.copyOf(households);
    }
}
