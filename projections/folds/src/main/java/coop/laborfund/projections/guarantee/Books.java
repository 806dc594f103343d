package coop.laborfund.projections.guarantee;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.ledger.posting.Subs;
import coop.laborfund.projections.query.Balance;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Balances by account and sub-account, debit minus credit. */
final class Books {

    private final Map<Account, Map<String, Fen>> accounts = new EnumMap<>(Account.class);

    Books(List<Balance> balances) {
        for (Balance balance : balances) {
            Account account = ChartOfAccounts.heading(balance.account()).account();
            accounts.computeIfAbsent(account, any -> new HashMap<>()).merge(balance.sub(), balance.amount(), Fen::plus);
        }
    }

    Fen of(Account account) {
        return subs(account).values().stream().reduce(Fen.ZERO, Fen::plus);
    }

    Fen of(Account account, String sub) {
        return subs(account).getOrDefault(sub, Fen.ZERO);
    }

    /** The risk reserve, all parts of it. */
    Fen reserve() {
        return Arrays.stream(Account.values())
                .filter(Account::ofReserve)
                .map(account -> of(account, Subs.RISK))
                .reduce(Fen.ZERO, Fen::plus)
                .negate();
    }

    /** What companies have left, by company, only where above zero. */
    Map<String, Fen> deposits() {
        Map<String, Fen> deposits = new HashMap<>();
        subs(Account.PAYABLES).forEach((sub, balance) -> {
            if (Subs.isDeposit(sub) && balance.isNegative()) {
                deposits.put(Subs.companyOfDeposit(sub), balance.negate());
            }
        });
        return deposits;
    }

    private Map<String, Fen> subs(Account account) {
        return accounts.getOrDefault(account, Map.of());
    }
}
