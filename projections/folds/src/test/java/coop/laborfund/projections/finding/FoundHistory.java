package coop.laborfund.projections.finding;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.testing.TestHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A history made by hand, and what is found in it. */
abstract class FoundHistory {

    final TestHistory history = new TestHistory();

    /** Opens the fund, with one household that puts money in. */
    final void found(String yuan) {
        history.open("2023-01-02", Map.of());
        history.admit("2023-01-03", "H1", 3);
        history.invest("2023-01-03", "H1", yuan);
    }

    /** Records an event under a ref and memo of its own. */
    final long record(String date, String memo, Function<Voucher, FundEvent> event) {
        String ref = "X" + (history.lastPosition() + 1);
        return history.record(event.apply(new Voucher(TestHistory.FUND, ref, LocalDate.parse(date), memo)));
    }

    final long record(String date, Function<Voucher, FundEvent> event) {
        return record(date, "依据", event);
    }

    final Findings findings(String day) {
        return of(history.events(), new Scope(TestHistory.FUND, LocalDate.parse(day), Long.MAX_VALUE));
    }

    static Findings of(Iterable<RecordedEvent> events, Scope scope) {
        FindingsFold fold = new FindingsFold(scope);
        events.forEach(fold::add);
        return fold.result();
    }

    final List<Finding> found(What what, String day) {
        return findings(day).findings().stream()
                .filter(finding -> finding.what() == what)
                .toList();
    }

    /** That one thing is found on a day, since when, and how much it is. */
    final Finding assertFound(What what, String day, String since, String yuan) {
        List<Finding> found = found(what, day);
        assertThat(found).as("%s on %s", what, day).hasSize(1);
        Finding only = found.getFirst();
        assertThat(only.since()).isEqualTo(since);
        assertThat(only.amount()).isEqualTo(Fen.ofYuan(yuan));
        assertThat(only.evidence()).isNotEmpty().allMatch(position -> position <= history.lastPosition());
        return only;
    }

    final void assertQuiet(What what, String day) {
        assertThat(found(what, day)).as("%s on %s", what, day).isEmpty();
    }
}
