package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.projections.query.Balance;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Balances by account and sub-account, debit minus credit. */
final class Books {

    private final Map<Account, Map<String, Fen>> accounts = new EnumMap<>(Account.class);

    Books(List<Balance> balances) {
        for (Balance balance : balances) {
            Account account = ChartOfAccounts.headingOf(balance.account()).account();
            accounts.computeIfAbsent(account, any -> new HashMap<>()).put(balance.sub(), balance.amount());
        }
    }

    Fen of(Account account) {
        return of(account, sub -> true);
    }

    Fen of(Account account, String sub) {
        return subs(account).getOrDefault(sub, Fen.ZERO);
    }

    Fen of(Account account, Predicate<String> subs) {
        return subs(account).entrySet().stream()
                .filter(balance -> subs.test(balance.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Fen.ZERO, Fen::plus);
    }

    private Map<String, Fen> subs(Account account) {
        return accounts.getOrDefault(account, Map.of());
    }
}
