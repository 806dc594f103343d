package coop.laborfund.ledger.money;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;

/** What dividends go by: fen held times days held. */
public final class ShareDays {

    private ShareDays() {}

    /**
     * The sum of a holder's end-of-day balances; a day that ended below zero counts as zero.
     *
     * @param changes fen added by business date, taken out where negative
     * @param from the first day
     * @param to the last day
     */
    public static BigInteger of(SortedMap<LocalDate, Fen> changes, LocalDate from, LocalDate to) {
        BigInteger sum = BigInteger.ZERO;
        Fen balance = Fen.ZERO;
        LocalDate since = from;
        for (Map.Entry<LocalDate, Fen> change : changes.entrySet()) {
            if (change.getKey().isAfter(to)) {
                break;
            }
            if (change.getKey().isAfter(since)) {
                sum = sum.add(fenDays(balance, ChronoUnit.DAYS.between(since, change.getKey())));
                since = change.getKey();
            }
            balance = balance.plus(change.getValue());
        }
        return since.isAfter(to) ? sum : sum.add(fenDays(balance, ChronoUnit.DAYS.between(since, to) + 1));
    }

    private static BigInteger fenDays(Fen balance, long days) {
        return BigInteger.valueOf(Math.max(0, balance.value())).multiply(BigInteger.valueOf(days));
    }
}
