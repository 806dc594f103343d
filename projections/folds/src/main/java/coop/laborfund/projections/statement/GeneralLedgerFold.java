package coop.laborfund.projections.statement;

import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.ChartOfAccounts;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.ledger.posting.Postings;
import coop.laborfund.projections.fold.Fold;
import coop.laborfund.projections.fold.Total;
import coop.laborfund.projections.query.Scope;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The general ledger from a fund's events; as large as its accounts and their months. */
public final class GeneralLedgerFold implements Fold<RecordedEvent, GeneralLedger> {

    private final Scope scope;
    private final LocalDate from;
    private final @Nullable String account;
    private final SortedMap<String, Total> openings = new TreeMap<>();
    private final SortedMap<String, SortedMap<YearMonth, AccountTurnover>> months = new TreeMap<>();

    /**
     * @param scope the fund, the last day and the position
     * @param from the first day
     * @param account the code of the one account that is asked for, null for all
     */
    public GeneralLedgerFold(Scope scope, LocalDate from, @Nullable String account) {
        this.scope = scope;
        this.from = from;
        this.account = account;
    }

    @Override
    public void add(RecordedEvent recorded) {
        Entry entry = Postings.of(recorded.event());
        if (!scope.has(recorded.event().fund(), entry.date(), recorded.position())) {
            return;
        }
        for (Line line : entry.lines()) {
            String code = ChartOfAccounts.code(line.account());
            if (account != null && !account.equals(code)) {
                continue;
            }
            if (entry.date().isBefore(from)) {
                openings.computeIfAbsent(code, any -> new Total()).add(line.amount());
            } else {
                months.computeIfAbsent(code, any -> new TreeMap<>())
                        .computeIfAbsent(YearMonth.from(entry.date()), any -> new AccountTurnover())
                        .during(line.amount());
            }
        }
    }

    @Override
    public GeneralLedger result() {
        List<GeneralLedger.Row> rows = new ArrayList<>();
        months.forEach((code, turnovers) -> {
            Fen balance = openings.getOrDefault(code, new Total()).sum();
            for (Map.Entry<YearMonth, AccountTurnover> month : turnovers.entrySet()) {
                AccountTurnover turnover = month.getValue();
                Fen closing = balance.plus(turnover.closing());
                rows.add(new GeneralLedger.Row(
                        code, month.getKey(), balance, turnover.debit(), turnover.credit(), closing));
                balance = closing;
            }
        });
        return new GeneralLedger(scope.fund(), from, scope.asOf(), scope.knownAt(), rows);
    }
}
