package coop.laborfund.api.proof;

import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.fund.FundState;
import coop.laborfund.ledger.json.StateJson;
import coop.laborfund.ledger.store.KeptSnapshots.Snapshot;
import coop.laborfund.projections.door.TableRows;
import coop.laborfund.projections.fact.Fact;
import coop.laborfund.projections.fact.Projection;
import coop.laborfund.projections.fact.Projections;
import coop.laborfund.projections.fact.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares the read tables, row by row, and the snapshots with what a fund's events give, page by page as they pass. */
final class DerivedCheck {

    private static final int PAGE = 1_000;

    private final LedgerProof ledger;
    private final Report report;
    private final long last;
    private final TableRows tables;
    private final Map<Class<? extends Fact>, Long> counts = new HashMap<>();
    private final List<RecordedEvent> page = new ArrayList<>();
    private String fund = "";
    private long compared;
    private FundState state = FundState.EMPTY;
    private @Nullable Snapshot snapshot;
    private int snapshots;

    DerivedCheck(LedgerProof ledger, Report report, long last) {
        this.ledger = ledger;
        this.report = report;
        this.last = last;
        this.tables = ledger.rows();
    }

    void begin(String next) {
        fund = next;
        compared = 0;
        state = FundState.EMPTY;
        snapshot = ledger.snapshots().of(fund).orElse(null);
    }

    void next(RecordedEvent event) {
        page.add(event);
        if (page.size() == PAGE) {
            compare(event.position());
        }
        if (snapshot != null && event.sequence() <= snapshot.sequence()) {
            evolve(event, snapshot);
        }
    }

    private void evolve(RecordedEvent event, Snapshot kept) {
        try {
            state = state.evolve(event.event());
            if (event.sequence() == kept.sequence()) {
                snapshots++;
                if (!StateJson.read(kept.data()).equals(state)) {
                    foundSnapshot();
                }
                snapshot = null;
            }
        } catch (RuntimeException damaged) {
            foundSnapshot();
            snapshot = null;
        }
    }

    void endFund() {
        compare(last);
        if (snapshot != null && ledger.history().lastSequence(fund).orElse(-1) < snapshot.sequence()) {
            foundSnapshot();
        }
    }

    private void foundSnapshot() {
        report.found(
                "基金 " + fund + " 的快照(表 snapshot)与由事件折叠的状态不符",
                "The snapshot of fund " + fund + " (table snapshot) is not the state that its events give");
    }

    /** The rows up to a position with what the page gives. */
    private void compare(long to) {
        for (Projection projection : Projections.ALL) {
            Map<Class<?>, List<Fact>> expected = new HashMap<>();
            for (RecordedEvent event : page) {
                rows(projection, event)
                        .forEach(fact -> expected.computeIfAbsent(fact.getClass(), type -> new ArrayList<>())
                                .add(fact));
            }
            for (Class<? extends Fact> type : projection.facts()) {
                List<? extends Fact> actual = tables.between(type, fund, compared + 1, to);
                counts.merge(type, (long) actual.size(), Long::sum);
                compare(type, expected.getOrDefault(type, List.of()), actual);
            }
        }
        page.clear();
        compared = to;
    }

    private static List<Fact> rows(Projection projection, RecordedEvent event) {
        try {
            return projection.rows(event);
        } catch (RuntimeException unposted) {
            // An event that no rule let in; the chain tells of it.
            return List.of();
        }
    }

    private void compare(Class<? extends Fact> type, List<Fact> expected, List<? extends Fact> actual) {
        if (expected.equals(actual)) {
            return;
        }
        int same = 0;
        while (same < expected.size()
                && same < actual.size()
                && expected.get(same).equals(actual.get(same))) {
            same++;
        }
        Fact shown = same < expected.size() ? expected.get(same) : actual.get(same);
        String table = Shape.of(type).table();
        report.found(new Finding(
                shown.position(),
                shown.ref(),
                "查询表 " + table + " 的行与由事件得出的不符(从这里起);可用 rebuild 重建",
                "the rows of the read table " + table
                        + " are not what the events give, from here on; rebuild makes them anew"));
    }

    /** After the last fund: what belongs to none of them. */
    void end() {
        counts.forEach((type, count) -> {
            if (tables.count(type, last) != count) {
                String table = Shape.of(type).table();
                report.found(
                        "查询表 " + table + " 里有不属于任何基金的行",
                        "The read table " + table + " has rows of a fund without events");
            }
            // In this order: the history is never behind what was made from it.
            long rows = tables.last(type);
            long end = ledger.history().lastPosition();
            if (rows > end) {
                String table = Shape.of(type).table();
                report.found(
                        "查询表 " + table + " 有到位置 " + rows + " 的行,历史只到位置 " + end + ":末尾的事件不见了",
                        "The read table " + table + " has rows up to position " + rows + ", the history ends at " + end
                                + ": events at its end are gone");
            }
        });
        report.checked("查询表逐行与由事件得出的比较", "read tables row by row with what the events give");
        report.checked(snapshots + " 个快照与由事件折叠的状态比较", snapshots + " snapshots with the state that the events give");
    }
}
