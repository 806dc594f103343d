package coop.laborfund.projections.statement;

import coop.laborfund.ledger.event.Ids;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.projections.query.AccountKey;
import coop.laborfund.projections.query.Balance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What stood on all accounts before some days, and what went onto them on those; as large as the accounts. */
final class Turnovers {

    private final Map<AccountKey, AccountTurnover> accounts = new HashMap<>();

    /** Adds an entry of before the days. */
    void before(Entry entry) {
        for (Line line : entry.lines()) {
            of(line).before(line.amount());
        }
    }

    /** Adds an entry of one of the days. */
    void during(Entry entry) {
        for (Line line : entry.lines()) {
            of(line).during(line.amount());
        }
    }

    private AccountTurnover of(Line line) {
        return accounts.computeIfAbsent(AccountKey.of(line), account -> new AccountTurnover());
    }

    /** The days are over, and others begin. */
    void turn() {
        accounts.values().forEach(AccountTurnover::turn);
    }

    List<Balance> openings() {
        return balances(AccountTurnover::opening);
    }

    List<Balance> closings() {
        return balances(AccountTurnover::closing);
    }

    private List<Balance> balances(Function<AccountTurnover, Fen> figure) {
        List<Balance> balances = new ArrayList<>();
        new TreeMap<>(accounts).forEach((account, turnover) -> {
            Fen amount = figure.apply(turnover);
            if (!amount.isZero()) {
                balances.add(new Balance(account.account(), account.sub(), amount));
            }
        });
        return balances;
    }

    /** Each account with its sum, and below it its sub-accounts where it has any; what had nothing is left out. */
    List<TrialBalance.Row> rows() {
        SortedMap<String, SortedMap<String, AccountTurnover>> byCode = new TreeMap<>();
        accounts.forEach((account, turnover) -> {
            if (!turnover.isNothing()) {
                byCode.computeIfAbsent(account.account(), code -> new TreeMap<>(Ids.ORDER))
                        .put(account.sub(), turnover);
            }
        });
        List<TrialBalance.Row> rows = new ArrayList<>();
        byCode.forEach((code, subs) -> add(rows, code, subs));
        return rows;
    }

    private static void add(List<TrialBalance.Row> rows, String code, SortedMap<String, AccountTurnover> subs) {
        AccountTurnover sum = new AccountTurnover();
        subs.values().forEach(sum::add);
        rows.add(TrialBalance.Row.of(code, false, "", sum));
        if (!subs.lastKey().isEmpty()) {
            subs.forEach((sub, turnover) -> rows.add(TrialBalance.Row.of(code, true, sub, turnover)));
        }
    }
}
