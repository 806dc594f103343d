package coop.laborfund.projections.query;

import coop.laborfund.ledger.event.Ids;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.projections.fold.Fold;
import coop.laborfund.projections.fold.Total;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A fund's balances added up entry by entry: as large as its accounts, however long its history. A reversal is an entry
 * of its own, so that nothing is ever taken back.
 */
public final class BalanceFold implements Fold<Entry, List<Balance>> {

    private static final Comparator<Balance> ORDER =
            Comparator.comparing(Balance::account, Ids.ORDER).thenComparing(Balance::sub, Ids.ORDER);

    private final Map<Account, Map<String, Total>> sums = new EnumMap<>(Account.class);

    @Override
    public void add(Entry entry) {
        for (Line line : entry.lines()) {
            sum(line.account(), line.sub()).add(line.amount());
        }
    }

    /** What is not zero, by account and sub-account in code point order. */
    @Override
    public List<Balance> result() {
        List<Balance> balances = new ArrayList<>();
        sums.forEach((account, subs) -> subs.forEach((sub, total) -> {
            Fen amount = total.sum();
            if (!amount.isZero()) {
                balances.add(new Balance(ChartOfAccounts.code(account), sub, amount));
            }
        }));
        balances.sort(ORDER);
        return balances;
    }

    private Total sum(Account account, String sub) {
        return sums.computeIfAbsent(account, any -> new HashMap<>()).computeIfAbsent(sub, any -> new Total());
    }
}
