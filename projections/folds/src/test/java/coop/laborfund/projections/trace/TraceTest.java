package coop.laborfund.projections.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import coop.laborfund.ledger.event.AdvanceEvent.ReturnReceived;
import coop.laborfund.ledger.event.SetupEvent.CompanyEnrolled;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.testing.TestHistory;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money of a small fund, followed by hand. */
class TraceTest {

    private static final String BANK = "102";
    private static final String ADVANCE = "113:C1:A1";

    private final TestHistory history = new TestHistory();

    /** H1 100 and H2 100 come in, 150 go out, 60 come back with 8 for the use, 30 are lost, H2 is paid 20. */
    @BeforeEach
    void record() {
        history.open("2023-01-02", Map.of());
        history.record(new CompanyEnrolled(
                new Voucher(TestHistory.FUND, "E1", LocalDate.parse("2023-01-02"), ""), "C1", "示例公司"));
        history.admit("2023-01-03", "H1", 3);
        history.admit("2023-01-03", "H2", 3);
        history.invest("2023-01-04", "H1", "100");
        history.invest("2023-01-05", "H2", "100");
        history.advance("2023-02-01", "A1", "150", "2023-12-31");
        history.repay("2023-03-01", "A1", "60");
        history.record(new ReturnReceived(
                new Voucher(TestHistory.FUND, "R1", LocalDate.parse("2023-03-01"), ""), "A1", "C1", Fen.ofYuan("8")));
        history.writeOff("2023-04-01", "A1", "30");
        history.payDividend("2023-05-01", 2023, "H2", "20");
    }

    @Test
    void firstInFirstOut() {
        // Of the advance, H1's 100 and H2's 50: back came H1's 60, lost were his 30. The dividend is of H2's 50 that
        // stayed.
        assertThat(ends("H1", Direction.FORWARD, TraceRule.FIFO))
                .containsExactlyInAnyOrderEntriesOf(Map.of(BANK, "60.00", ADVANCE, "10.00", "529", "30.00"));
        assertThat(ends("H2", Direction.FORWARD, TraceRule.FIFO))
                .containsExactlyInAnyOrderEntriesOf(Map.of(BANK, "30.00", ADVANCE, "50.00", "222:H2", "20.00"));
        assertThat(ends("H2", Direction.BACKWARD, TraceRule.FIFO))
                .containsExactlyInAnyOrderEntriesOf(Map.of("301:H2", "20.00"));
    }

    @Test
    void inProportion() {
        // Half of all is H1's until the return comes: then 55 of 118, of which 20/118 are paid.
        assertThat(ends("H1", Direction.FORWARD, TraceRule.PROPORTIONAL))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(BANK, "45.68", ADVANCE, "30.00", "529", "15.00", "222:H2", "9.32"));
        assertThat(ends("H2", Direction.BACKWARD, TraceRule.PROPORTIONAL))
                .containsExactlyInAnyOrderEntriesOf(Map.of("301:H1", "9.32", "301:H2", "9.32", "511:C1", "1.36"));
    }

    @Test
    void theWayThatItTook() {
        Trace trace = trace("H1", Direction.FORWARD, TraceRule.FIFO);
        assertThat(trace.hops())
                .extracting(Trace.Hop::from, Trace.Hop::to, hop -> hop.amount().toString(), Trace.Hop::position)
                .containsExactly(
                        tuple("301:H1", BANK, "100.00", 5L),
                        tuple(BANK, ADVANCE, "100.00", 7L),
                        tuple(ADVANCE, BANK, "60.00", 8L),
                        tuple(ADVANCE, "529", "30.00", 10L));
    }

    @Test
    void fromACompany() {
        assertThat(ends("C1", Direction.FORWARD, TraceRule.FIFO))
                .containsExactlyInAnyOrderEntriesOf(Map.of(BANK, "68.00", ADVANCE, "60.00", "529", "30.00"));
        assertThat(ends("C1", Direction.BACKWARD, TraceRule.FIFO))
                .containsExactlyInAnyOrderEntriesOf(Map.of("301:H1", "100.00", "301:H2", "50.00"));
    }

    @Test
    void fromAVoucher() {
        assertThat(ends("V8", Direction.FORWARD, TraceRule.FIFO))
                .containsExactlyInAnyOrderEntriesOf(Map.of(BANK, "60.00"));
        assertThat(ends("V8", Direction.BACKWARD, TraceRule.FIFO))
                .containsExactlyInAnyOrderEntriesOf(Map.of("301:H1", "60.00"));
    }

    @Test
    void asItWasOnADay() {
        assertThat(ends("H1", Direction.FORWARD, TraceRule.FIFO, "2023-02-28", Long.MAX_VALUE))
                .containsExactlyInAnyOrderEntriesOf(Map.of(ADVANCE, "100.00"));
        assertThat(ends("H1", Direction.FORWARD, TraceRule.FIFO, "2023-12-31", 6))
                .containsExactlyInAnyOrderEntriesOf(Map.of(BANK, "100.00"));
    }

    @Test
    void moneyThatWasNeverThereHasNotGoneOn() {
        history.reverse("2023-06-01", 5);
        // The advance took H2's 100, and 50 that came later: what it gave back.
        assertThat(ends("H1", Direction.FORWARD, TraceRule.FIFO)).isEmpty();
        assertThat(ends("H2", Direction.FORWARD, TraceRule.FIFO))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("overdrawn:102", "50.00", ADVANCE, "10.00", "529", "30.00", "222:H2", "10.00"));
    }

    @Test
    void aNameThatNothingBears() {
        assertThat(trace("H9", Direction.FORWARD, TraceRule.FIFO).known()).isFalse();
        assertThat(ends("V1", Direction.FORWARD, TraceRule.FIFO)).isEmpty();
    }

    private Map<String, String> ends(String from, Direction direction, TraceRule rule) {
        return ends(from, direction, rule, "2023-12-31", Long.MAX_VALUE);
    }

    private Map<String, String> ends(String from, Direction direction, TraceRule rule, String day, long knownAt) {
        Map<String, String> ends = new LinkedHashMap<>();
        trace(from, direction, rule, day, knownAt)
                .ends()
                .forEach(end -> ends.put(end.node(), end.amount().toString()));
        return ends;
    }

    private Trace trace(String from, Direction direction, TraceRule rule) {
        return trace(from, direction, rule, "2023-12-31", Long.MAX_VALUE);
    }

    private Trace trace(String from, Direction direction, TraceRule rule, String day, long knownAt) {
        TraceFold fold = new TraceFold(
                new Question(new Scope(TestHistory.FUND, LocalDate.parse(day), knownAt), from, direction, rule));
        history.events().forEach(fold::add);
        return fold.result();
    }
}
