package coop.laborfund.projections.statement;

import coop.laborfund.ledger.event.Ids;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.projections.query.Balance;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What stood on all accounts before some days, and what went onto them on those; as large as the accounts. */
final class Turnovers {

    private final Map<Account, Map<String, AccountTurnover>> accounts = new EnumMap<>(Account.class);

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
        return accounts.computeIfAbsent(line.account(), account -> new HashMap<>())
                .computeIfAbsent(line.sub(), sub -> new AccountTurnover());
    }

    /** The days are over, and others begin. */
    void turn() {
        accounts.values().forEach(subs -> subs.values().forEach(AccountTurnover::turn));
    }

    List<Balance> openings() {
        return balances(AccountTurnover::opening);
    }

    List<Balance> closings() {
        return balances(AccountTurnover::closing);
    }

    private List<Balance> balances(Function<AccountTurnover, Fen> figure) {
        List<Balance> balances = new ArrayList<>();
        byCode().forEach((code, subs) -> subs.forEach((sub, turnover) -> {
            Fen amount = figure.apply(turnover);
            if (!amount.isZero()) {
                balances.add(new Balance(code, sub, amount));
            }
        }));
        return balances;
    }

    /** Each account with its sum, and below it its sub-accounts where it has any; what had nothing is left out. */
    List<TrialBalance.Row> rows() {
        List<TrialBalance.Row> rows = new ArrayList<>();
        byCode().forEach((code, subs) -> add(rows, code, subs));
        return rows;
    }

    private SortedMap<String, SortedMap<String, AccountTurnover>> byCode() {
        SortedMap<String, SortedMap<String, AccountTurnover>> byCode = new TreeMap<>();
        accounts.forEach((account, subs) -> subs.forEach((sub, turnover) -> {
            if (!turnover.isNothing()) {
                byCode.computeIfAbsent(ChartOfAccounts.code(account), code -> new TreeMap<>(Ids.ORDER))
                        .put(sub, turnover);
            }
        }));
        return byCode;
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
