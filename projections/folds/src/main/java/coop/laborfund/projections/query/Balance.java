package coop.laborfund.projections.query;

import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The balance of an account or sub-account.
 *
 * @param account the account's code
 * @param sub the sub-account, empty where there is none
 * @param amount debit minus credit, never zero
 */
public record Balance(String account, String sub, Fen amount) {

    /** Parts of balances added up, those left out that come to zero; by account and sub-account in code point order. */
    static List<Balance> sums(Stream<Balance> parts) {
        SortedMap<AccountKey, Fen> sums = new TreeMap<>();
        parts.forEach(part -> sums.merge(new AccountKey(part.account, part.sub), part.amount, Fen::plus));
        return sums.entrySet().stream()
                .filter(sum -> !sum.getValue().isZero())
                .map(sum -> new Balance(sum.getKey().account(), sum.getKey().sub(), sum.getValue()))
                .toList();
    }

    /** The account's Chinese name. */
    public String name() {
        return ChartOfAccounts.heading(account).name();
    }
}
