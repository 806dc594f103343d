package coop.laborfund.projections.query;

import coop.laborfund.ledger.event.Ids;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A fund's balances added up entry by entry: as large as its accounts, however long its history. */
public final class BalanceSums {

    private final Map<Account, Map<String, Fen>> sums = new EnumMap<>(Account.class);

    /** @throws ArithmeticException where a sum leaves the range of amounts */
    public void add(Entry entry) {
        for (Line line : entry.lines()) {
            sums.computeIfAbsent(line.account(), account -> new HashMap<>())
                    .merge(line.sub(), line.amount(), Fen::plus);
        }
    }

    /** What is not zero, by account and sub-account in code point order. */
    public List<Balance> balances() {
        List<Balance> balances = new ArrayList<>();
        sums.forEach((account, subs) -> subs.forEach((sub, amount) -> {
            if (!amount.isZero()) {
                balances.add(new Balance(ChartOfAccounts.latest().code(account), sub, amount));
            }
        }));
        balances.sort(Comparator.comparing(Balance::account, Ids.ORDER).thenComparing(Balance::sub, Ids.ORDER));
        return balances;
    }
}
