package coop.laborfund.ledger.fund;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.pcollections.TreePMap;

/**
 * How each household's shares changed, day by day: what share-days are counted from, for any year.
 *
 * @param changes by household and business date, fen added (taken out where negative)
 */
public record ShareHistory(TreePMap<String, TreePMap<LocalDate, Fen>> changes) {

    static final ShareHistory EMPTY = new ShareHistory(Maps.byId());

    ShareHistory evolve(Entry entry) {
        TreePMap<String, TreePMap<LocalDate, Fen>> after = changes;
        for (Line line : entry.lines()) {
            if (line.account() == Account.SHARES) {
                after = Maps.update(
                        after,
                        line.sub(),
                        Maps.natural(),
                        days -> Maps.update(days, entry.date(), Fen.ZERO, sum -> sum.minus(line.amount())));
            }
        }
        return new ShareHistory(after);
    }

    /** Each household's share-days from one day to another, both included, in the order of their ids. */
    public SequencedMap<String, BigInteger> shareDays(LocalDate from, LocalDate to) {
        SequencedMap<String, BigInteger> shareDays = new LinkedHashMap<>();
        changes.forEach((household, days) -> shareDays.put(household, shareDays(days, from, to)));
        return shareDays;
    }

    /** The sum of end-of-day balances; a day that ended below zero counts as zero. */
    private static BigInteger shareDays(TreePMap<LocalDate, Fen> changes, LocalDate from, LocalDate to) {
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
