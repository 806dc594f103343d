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
import coop.laborfund.projections.query.CountedEvents;
import coop.laborfund.projections.query.Scope;
import java.util.EnumMap;
import java.util.Map;

/**
 * The three official statements and the year's trial balance from a fund's events, in one pass; as large as its accounts and its
 * changes of policy. Its year is the latest that was seen and turns with the events, so that whoever learns of the last day at the
 * end only is answered too.
 */
public final class StatementsFold implements Fold<RecordedEvent, Statements> {

    private final Scope scope;
    private final CountedEvents<Policies> policies;
    private final Turnovers accounts = new Turnovers();
    private final YearFlows earlier = new YearFlows();
    private YearFlows lastYear = new YearFlows();
    private YearFlows thisYear = new YearFlows();

    /** The year that entries were seen of, none later. */
    private int year = Integer.MIN_VALUE;

    /** @param scope the fund, the day and the position of the statements, or any day where that is told at the end */
    public StatementsFold(Scope scope) {
        this.scope = scope;
        policies = new CountedEvents<>(scope, new PolicyFold());
    }

    @Override
    public void add(RecordedEvent recorded) {
        add(recorded, Postings.of(recorded.event()));
    }

    /** Adds an event whose entry has been worked out before. */
    public void add(RecordedEvent recorded, Entry entry) {
        FundEvent event = recorded.event();
        policies.add(recorded);
        if (entry.lines().isEmpty() || !scope.has(event.fund(), entry.date(), recorded.position())) {
            return;
        }
        int of = entry.date().getYear();
        turnTo(of);
        if (of == year) {
            accounts.during(entry);
        } else {
            accounts.before(entry);
        }
        flows(of).add(event, entry);
    }

    private void turnTo(int next) {
        if (next <= year) {
            return;
        }
        earlier.add(lastYear);
        if (next - 1 == year) {
            lastYear = thisYear;
        } else {
            earlier.add(thisYear);
            lastYear = new YearFlows();
        }
        thisYear = new YearFlows();
        accounts.turn();
        year = next;
    }

    private YearFlows flows(int of) {
        if (of == year) {
            return thisYear;
        }
        return of == year - 1 ? lastYear : earlier;
    }

    @Override
    public Statements result() {
        return result(scope);
    }

    /** @param of the scope of the statements, in which the same events count */
    public Statements result(Scope of) {
        turnTo(of.asOf().getYear());
        Map<EquityColumn, Fen> beforeLast = new EnumMap<>(EquityColumn.class);
        Map<EquityColumn, Fen> beforeYear = new EnumMap<>(EquityColumn.class);
        for (EquityColumn column : EquityColumn.values()) {
            beforeLast.put(column, earlier.of(column));
            beforeYear.put(column, earlier.of(column).plus(lastYear.of(column)));
        }
        return new Statements(
                of.fund(),
                of.asOf(),
                of.knownAt(),
                BalanceSheet.of(accounts.closings(), accounts.openings()),
                IncomeStatement.of(thisYear, surplus(beforeYear), lastYear, surplus(beforeLast)),
                EquityStatement.of(thisYear, beforeYear, lastYear, beforeLast),
                policies.result().on(of.asOf()).policy().percent(PolicyKey.FLOOR_RATE));
    }

    /** The trial balance of the year up to the day of such a scope. */
    public TrialBalance trial(Scope of) {
        turnTo(of.asOf().getYear());
        return new TrialBalance(of.fund(), of.asOf().withDayOfYear(1), of.asOf(), of.knownAt(), accounts.rows());
    }

    private static Fen surplus(Map<EquityColumn, Fen> columns) {
        return columns.getOrDefault(EquityColumn.UNDISTRIBUTED, Fen.ZERO);
    }
}
