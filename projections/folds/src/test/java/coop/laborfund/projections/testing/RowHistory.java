package coop.laborfund.projections.testing;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.fund.FundDecider;
import coop.laborfund.ledger.fund.FundState;
import coop.laborfund.ledger.fund.Outcome;
import coop.laborfund.ledger.testing.PlausibleRows;
import coop.laborfund.ledger.testing.Randomly;
import coop.laborfund.ledger.testing.RecordedMovements;
import coop.laborfund.ledger.testing.TestLedger;
import coop.laborfund.projections.fold.Fold;
import coop.laborfund.projections.query.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A history of fund {@code F1} that went through the rules: rows of a movements file, each of which was accepted. All invented. */
public final class RowHistory {

    /** The village of the funds made here. */
    public static final String VILLAGE = TestLedger.VILLAGE;

    private static final LocalDate TODAY = LocalDate.of(2060, 1, 1);

    private final TestLedger ledger = TestLedger.empty();
    private final List<RecordedEvent> events = new ArrayList<>();

    /** Opened on a day, with households H1 and H2 and company C1. */
    public static RowHistory openedOn(String day) {
        return new RowHistory().given("""
                %1$s OPEN_FUND name=示例村劳务合作基金 party=%2$s
                %1$s ADMIT_HOUSEHOLD party=H1 size=3
                %1$s ADMIT_HOUSEHOLD party=H2 size=2
                %1$s ENROLL_COMPANY party=C1 name=示例公司
                """.formatted(day, VILLAGE));
    }

    /** Records rows, one a line, each of which must be accepted. */
    public RowHistory given(String rows) {
        rows.lines()
                .map(String::strip)
                .filter(row -> !row.isEmpty())
                .forEach(row -> add(events, ledger.accepts(row).event()));
        return this;
    }

    /** Closes months in order, each on its last day. */
    public RowHistory closed(String from, String to) {
        for (YearMonth month = YearMonth.parse(from);
                !month.isAfter(YearMonth.parse(to));
                month = month.plusMonths(1)) {
            given(month.atEndOfMonth() + " CLOSE_MONTH month=" + month);
        }
        return this;
    }

    public List<RecordedEvent> events() {
        return events;
    }

    /** What a fold says of it on a day. */
    public <R> R ask(Function<Scope, Fold<RecordedEvent, R>> fold, String day) {
        return fold(events, fold.apply(new Scope(TestHistory.FUND, LocalDate.parse(day), Long.MAX_VALUE)));
    }

    public static <R> R fold(Iterable<RecordedEvent> events, Fold<RecordedEvent, R> fold) {
        events.forEach(fold::add);
        return fold.result();
    }

    /** What the rules accepted of rows such as a treasurer might write. */
    public static List<RecordedEvent> plausible(Randomly random, int rows) {
        PlausibleRows plausible = new PlausibleRows(random);
        RecordedMovements recorded = new RecordedMovements();
        FundState state = FundState.EMPTY;
        for (int i = 0; i < rows; i++) {
            var row = plausible.next(state, recorded);
            if (FundDecider.decide(state, row.movement(), recorded, TODAY) instanceof Outcome.Accepted accepted) {
                state = state.evolve(accepted.event());
                recorded.add(accepted);
            }
        }
        List<RecordedEvent> events = new ArrayList<>();
        recorded.events().forEach(event -> add(events, event));
        return events;
    }

    private static void add(List<RecordedEvent> events, FundEvent event) {
        long position = events.size() + 1L;
        events.add(new RecordedEvent(position, events.size(), Instant.EPOCH.plusSeconds(position), event));
    }
}
