package coop.laborfund.api.answer;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.query.AccountKey;
import coop.laborfund.projections.query.Balance;
import coop.laborfund.projections.query.Balances;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A fund's balances, debit minus credit, money as strings of yuan.
 *
 * @param asOf null where everything recorded counts
 * @param debit the sum of the debit balances
 * @param credit the sum of the credit balances
 */
public record BalancesAnswer(
        String fund, @Nullable String asOf, long position, List<Account> accounts, String debit, String credit) {

    /** One account or sub-account. */
    public record Account(String account, String sub, String name, String balance) {

        public static Account of(Balance balance) {
            return new Account(
                    balance.account(),
                    balance.sub(),
                    balance.name(),
                    balance.amount().toString());
        }

        /** Some accounts in their order, those of zero too. */
        public static List<Account> of(SortedMap<AccountKey, Fen> balances) {
            return balances.entrySet().stream()
                    .map(balance -> of(new Balance(
                            balance.getKey().account(), balance.getKey().sub(), balance.getValue())))
                    .toList();
        }
    }

    public static BalancesAnswer of(Balances balances) {
        return new BalancesAnswer(
                balances.fund(),
                balances.asOf() == null ? null : Objects.toString(balances.asOf()),
                balances.position(),
                balances.accounts().stream().map(Account::of).toList(),
                balances.debit().toString(),
                balances.credit().toString());
    }
}
