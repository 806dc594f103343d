package coop.laborfund.projections.statement;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.posting.Account;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Line;
import coop.laborfund.projections.fold.Total;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a span of days did to the members' equity, credits positive. A closing moves the year's result within undistributed
 * surplus and is left out by what it is, so that the result stays to be seen after it; nothing can reverse one.
 */
final class YearFlows {

    private final Map<Account, Total> results = new EnumMap<>(Account.class);
    private final Map<EquityChange, Map<EquityColumn, Total>> changes = new EnumMap<>(EquityChange.class);

    void add(FundEvent event, Entry entry) {
        if (event instanceof MonthClosed) {
            return;
        }
        for (Line line : entry.lines()) {
            if (line.account().ofYearResult()) {
                results.computeIfAbsent(line.account(), any -> new Total())
                        .add(line.amount().negate());
                change(EquityChange.RESULT, EquityColumn.UNDISTRIBUTED, line);
            } else {
                EquityColumn.of(line.account()).ifPresent(column -> change(EquityChange.of(event), column, line));
            }
        }
    }

    /** Adds another span's. */
    void add(YearFlows other) {
        other.results.forEach((account, total) ->
                results.computeIfAbsent(account, any -> new Total()).add(total.sum()));
        other.changes.forEach((change, columns) -> columns.forEach(
                (column, total) -> changes.computeIfAbsent(change, any -> new EnumMap<>(EquityColumn.class))
                        .computeIfAbsent(column, any -> new Total())
                        .add(total.sum())));
    }

    private void change(EquityChange change, EquityColumn column, Line line) {
        changes.computeIfAbsent(change, any -> new EnumMap<>(EquityColumn.class))
                .computeIfAbsent(column, any -> new Total())
                .add(line.amount().negate());
    }

    /** What an account of income earned; what one of expenses cost is negative. */
    Fen result(Account account) {
        return sum(results.get(account));
    }

    Fen of(EquityChange change, EquityColumn column) {
        return sum(changes.getOrDefault(change, Map.of()).get(column));
    }

    /** All changes of a column. */
    Fen of(EquityColumn column) {
        Fen sum = Fen.ZERO;
        for (EquityChange change : EquityChange.values()) {
            sum = sum.plus(of(change, column));
        }
        return sum;
    }

    private static Fen sum(@Nullable Total total) {
        return total == null ? Fen.ZERO : total.sum();
    }
}
