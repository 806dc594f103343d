package coop.laborfund.projections.statement;

import coop.laborfund.ledger.event.Ids;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.ledger.posting.Postings;
import coop.laborfund.projections.fold.Fold;
import coop.laborfund.projections.query.AccountKey;
import coop.laborfund.projections.query.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The trial balance from a fund's events; as large as its accounts. */
public final class TrialBalanceFold implements Fold<RecordedEvent, TrialBalance> {

    private final Scope scope;
    private final LocalDate from;
    private final SortedMap<AccountKey, AccountTurnover> accounts = new TreeMap<>();

    /**
     * @param scope the fund, the last day and the position
     * @param from the first day of the turnover
     */
    public TrialBalanceFold(Scope scope, LocalDate from) {
        this.scope = scope;
        this.from = from;
    }

    @Override
    public void add(RecordedEvent recorded) {
        Entry entry = Postings.of(recorded.event());
        if (!scope.has(recorded.event().fund(), entry.date(), recorded.position())) {
            return;
        }
        for (Line line : entry.lines()) {
            AccountTurnover turnover = accounts.computeIfAbsent(AccountKey.of(line), account -> new AccountTurnover());
            if (entry.date().isBefore(from)) {
                turnover.before(line.amount());
            } else {
                turnover.during(line.amount());
            }
        }
    }

    @Override
    public TrialBalance result() {
        SortedMap<String, SortedMap<String, AccountTurnover>> byCode = new TreeMap<>();
        accounts.forEach((account, turnover) -> {
            if (!turnover.isNothing()) {
                byCode.computeIfAbsent(account.account(), code -> new TreeMap<>(Ids.ORDER))
                        .put(account.sub(), turnover);
            }
        });
        List<TrialBalance.Row> rows = new ArrayList<>();
        byCode.forEach((code, subs) -> add(rows, code, subs));
        return new TrialBalance(scope.fund(), from, scope.asOf(), scope.knownAt(), rows);
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
