package coop.laborfund.projections.statement;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.policy.PolicyKey;
import coop.laborfund.ledger.posting.Entry;
import coop.laborfund.ledger.posting.Postings;
import coop.laborfund.projections.fold.Fold;
import coop.laborfund.projections.guarantee.Policies;
import coop.laborfund.projections.guarantee.PolicyFold;
import coop.laborfund.projections.query.BalanceFold;
import coop.laborfund.projections.query.CountedEvents;
import coop.laborfund.projections.query.Scope;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** The three official statements from a fund's events, in one pass; as large as its accounts and its changes of policy. */
public final class StatementsFold implements Fold<RecordedEvent, Statements> {

    private final Scope scope;
    private final LocalDate yearBegins;
    private final LocalDate lastYearBegins;
    private final CountedEvents<Policies> policies;
    private final BalanceFold now = new BalanceFold();
    private final BalanceFold before = new BalanceFold();
    private final YearFlows earlier = new YearFlows();
    private final YearFlows lastYear = new YearFlows();
    private final YearFlows year = new YearFlows();

    /** @param scope the fund, the day and the position of the statements */
    public StatementsFold(Scope scope) {
        this.scope = scope;
        yearBegins = scope.asOf().withDayOfYear(1);
        lastYearBegins = yearBegins.minusYears(1);
        policies = new CountedEvents<>(scope, new PolicyFold());
    }

    @Override
    public void add(RecordedEvent recorded) {
        FundEvent event = recorded.event();
        policies.add(recorded);
        Entry entry = Postings.of(event);
        if (!scope.has(event.fund(), entry.date(), recorded.position())) {
            return;
        }
        now.add(entry);
        if (entry.date().isBefore(yearBegins)) {
            before.add(entry);
        }
        flows(entry.date()).add(event, entry);
    }

    private YearFlows flows(LocalDate date) {
        if (date.isBefore(lastYearBegins)) {
            return earlier;
        }
        return date.isBefore(yearBegins) ? lastYear : year;
    }

    @Override
    public Statements result() {
        Map<EquityColumn, Fen> beforeLast = new EnumMap<>(EquityColumn.class);
        Map<EquityColumn, Fen> beforeYear = new EnumMap<>(EquityColumn.class);
        for (EquityColumn column : EquityColumn.values()) {
            beforeLast.put(column, earlier.of(column));
            beforeYear.put(column, earlier.of(column).plus(lastYear.of(column)));
        }
        return new Statements(
                scope.fund(),
                scope.asOf(),
                scope.knownAt(),
                BalanceSheet.of(now.result(), before.result()),
                IncomeStatement.of(year, surplus(beforeYear), lastYear, surplus(beforeLast)),
                EquityStatement.of(year, beforeYear, lastYear, beforeLast),
                policies.result().on(scope.asOf()).policy().percent(PolicyKey.FLOOR_RATE));
    }

    private static Fen surplus(Map<EquityColumn, Fen> columns) {
        return columns.getOrDefault(EquityColumn.UNDISTRIBUTED, Fen.ZERO);
    }
}
