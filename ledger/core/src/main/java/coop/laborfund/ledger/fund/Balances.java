package coop.laborfund.ledger.fund;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.Line;
import org.pcollections.TreePMap;

/** Balances (debit minus credit) of accounts and their sub-accounts; zero ones are left out. */
public record Balances(TreePMap<Account, OfAccount> accounts) {

    static final Balances EMPTY = new Balances(Maps.natural());

    /** One account: the sum, and what it consists of. */
    public record OfAccount(Fen total, TreePMap<String, Fen> subs) {

        static final OfAccount EMPTY = new OfAccount(Fen.ZERO, Maps.byId());

        OfAccount plus(String sub, Fen amount) {
            Fen balance = of(sub).plus(amount);
            return new OfAccount(total.plus(amount), balance.isZero() ? subs.minus(sub) : subs.plus(sub, balance));
        }

        Fen of(String sub) {
            Fen balance = subs.get(sub);
            return balance == null ? Fen.ZERO : balance;
        }
    }

    Balances plus(Line line) {
        return new Balances(Maps.update(
                accounts, line.account(), OfAccount.EMPTY, account -> account.plus(line.sub(), line.amount())));
    }

    OfAccount of(Account account) {
        OfAccount balances = accounts.get(account);
        return balances == null ? OfAccount.EMPTY : balances;
    }
}
