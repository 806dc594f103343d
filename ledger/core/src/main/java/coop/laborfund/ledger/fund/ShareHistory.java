package coop.laborfund.ledger.fund;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.money.ShareDays;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.LinkedHashMap;
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
        changes.forEach((household, days) -> shareDays.put(household, ShareDays.of(days, from, to)));
        return shareDays;
    }
}
