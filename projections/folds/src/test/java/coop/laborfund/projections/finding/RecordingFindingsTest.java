package coop.laborfund.projections.finding;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.Circumstances;
import coop.laborfund.ledger.event.DividendEvent.DividendDeclared;
import coop.laborfund.ledger.event.DividendLine;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.LossLine;
import coop.laborfund.ledger.event.LossSource;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.PeriodEvent.MonthClosed;
import coop.laborfund.ledger.event.PeriodEvent.NoticePublished;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.Rules;
import coop.laborfund.ledger.event.ShareEvent.LossAllocated;
import coop.laborfund.ledger.event.TreasuryEvent.OtherIncomeReceived;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.projections.query.Scope;
import coop.laborfund.projections.testing.TestHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found about how was recorded. */
class RecordingFindingsTest extends FoundHistory {

    private static final Scope EVERYTHING = new Scope(TestHistory.FUND, LocalDate.parse("2024-12-31"), Long.MAX_VALUE);

    @BeforeEach
    void found() {
        found("1000");
    }

    @Test
    void aGapInTheNumbers() {
        history.invest("2023-02-01", "H1", "5");
        history.invest("2023-02-02", "H1", "6");
        List<RecordedEvent> events = new ArrayList<>(history.events());
        assertThat(what(of(events, EVERYTHING))).doesNotContain(What.SEQUENCE_BROKEN);
        events.remove(3);
        Findings findings = of(events, EVERYTHING);
        assertThat(what(findings)).contains(What.SEQUENCE_BROKEN);
        assertThat(findings.findings().getFirst().evidence()).containsExactly(5L);
    }

    @Test
    void aClockThatWentBack() {
        List<RecordedEvent> events = new ArrayList<>(history.events());
        RecordedEvent last = events.removeLast();
        events.add(new RecordedEvent(last.position(), last.sequence(), Instant.EPOCH.minusSeconds(1), last.event()));
        assertThat(what(of(events, EVERYTHING))).contains(What.SEQUENCE_BROKEN);
    }

    @Test
    void anEntryThatDoesNotBalance() {
        long broken = share(LossSource.SHARES, "50", new LossLine("H1", Fen.ofYuan("49"), Fen.ZERO));
        Finding found = assertFound(What.ENTRY_UNBALANCED, "2023-12-31", "2023-05-01", "50");
        assertThat(found.evidence()).containsExactly(broken);
    }

    @Test
    void aRegisterThatDiffersFromItsAccount() {
        assertQuiet(What.SUB_LEDGER_DIFFERS, "2023-12-31");
        share(LossSource.RESERVE, "50", new LossLine("H1", Fen.ofYuan("50"), Fen.ZERO));
        Finding found = assertFound(What.SUB_LEDGER_DIFFERS, "2023-12-31", "2023-01-03", "50");
        assertThat(found.details()).contains("301", "H1");
    }

    @Test
    void recordedLongAfterItsDate() {
        assertThat(what(lateBy("2023-02-01", "2023-03-03T15:59:59Z"))).doesNotContain(What.RECORDED_LATE);
        // Midnight in the village comes eight hours before.
        assertThat(what(lateBy("2023-02-01", "2023-03-03T16:00:00Z"))).contains(What.RECORDED_LATE);
    }

    @Test
    void whatWasTakenOverIsCountedApart() {
        FundEvent event = new OtherIncomeReceived(voucher("V1", "2023-02-01", ""), Fen.ofYuan("1"));
        Circumstances takenOver = new Circumstances("示例决议", false, "");
        Instant much = Instant.parse("2023-12-01T00:00:00Z");
        assertThat(what(of(List.of(new RecordedEvent(1, 0, much, takenOver, event)), EVERYTHING)))
                .contains(What.TAKEN_OVER)
                .doesNotContain(What.RECORDED_LATE);
        assertThat(what(of(List.of(new RecordedEvent(1, 0, much, event)), EVERYTHING)))
                .contains(What.RECORDED_LATE)
                .doesNotContain(What.TAKEN_OVER);
    }

    private static Findings lateBy(String date, String recorded) {
        FundEvent event = new OtherIncomeReceived(voucher("V1", date, ""), Fen.ofYuan("1"));
        return of(List.of(new RecordedEvent(1, 0, Instant.parse(recorded), event)), EVERYTHING);
    }

    private static Voucher voucher(String ref, String date, String memo) {
        return new Voucher(TestHistory.FUND, ref, LocalDate.parse(date), memo);
    }

    @Test
    void aReversalWithoutReason() {
        reverse("2023-03-01", "多记", history.invest("2023-02-01", "H1", "5"));
        assertQuiet(What.REVERSAL_WITHOUT_REASON, "2023-12-31");
        reverse("2023-03-02", " ", history.invest("2023-02-01", "H1", "5"));
        assertFound(What.REVERSAL_WITHOUT_REASON, "2023-12-31", "2023-03-02", "5");
    }

    @Test
    void aReversalWithNothingInItsPlace() {
        reverse("2023-03-01", "多记", history.invest("2023-02-01", "H1", "5"));
        assertQuiet(What.REVERSAL_NOT_REPLACED, "2023-03-31");
        assertFound(What.REVERSAL_NOT_REPLACED, "2023-04-01", "2023-03-01", "5");
        history.invest("2023-03-31", "H1", "4");
        assertQuiet(What.REVERSAL_NOT_REPLACED, "2023-04-01");
    }

    @Test
    void manyReversalsInAMonth() {
        for (int i = 1; i < 10; i++) {
            reverse("2023-03-0" + i, "多记", history.invest("2023-02-01", "H1", "5"));
        }
        assertQuiet(What.MANY_REVERSALS, "2023-12-31");
        reverse("2023-03-31", "多记", history.invest("2023-02-01", "H1", "5"));
        assertFound(What.MANY_REVERSALS, "2023-12-31", "2023-03-01", "50");
    }

    @Test
    void figuresThatChangedSinceTheyWerePublished() {
        assertThat(findings("2023-12-31").noData()).contains(15);
        long notice = record("2023-04-10", head -> new NoticePublished(head, YearMonth.parse("2023-03")));
        history.invest("2023-04-01", "H1", "7");
        history.reverse("2023-03-31", history.invest("2023-03-31", "H1", "8"));
        assertQuiet(What.PUBLISHED_DIFFERS, "2023-12-31");
        long late = history.invest("2023-03-31", "H1", "9");
        Finding found = assertFound(What.PUBLISHED_DIFFERS, "2023-12-31", "2023-04-10", "9");
        assertThat(found.evidence()).contains(notice, late);
        record("2023-05-10", head -> new NoticePublished(head, YearMonth.parse("2023-03")));
        assertQuiet(What.PUBLISHED_DIFFERS, "2023-12-31");
    }

    @Test
    void aPolicyOfBefore() {
        history.invest("2023-03-10", "H1", "7");
        history.setPolicy("2023-03-03", "reserveRate", "4");
        assertQuiet(What.POLICY_BACKDATED, "2023-12-31");
        history.setPolicy("2023-03-02", "reserveRate", "3");
        assertFound(What.POLICY_BACKDATED, "2023-12-31", "2023-03-02", "0");
    }

    @Test
    void aPolicyJustBeforeWhatItDecides() {
        long change = history.setPolicy("2023-11-01", "floorRate", "5");
        history.setPolicy("2023-11-20", "reserveRate", "4");
        declare("2023-12-02");
        assertQuiet(What.POLICY_JUST_BEFORE, "2023-12-31");
        long declared = declare("2023-12-01");
        assertThat(assertFound(What.POLICY_JUST_BEFORE, "2023-12-31", "2023-11-01", "0")
                        .evidence())
                .containsExactly(change, declared);
    }

    @Test
    void aLineOfAnotherYearDecidesNothing() {
        history.setPolicy("2024-01-08", "incomeLine.2024", "5000.00");
        history.payHousehold("2024-01-16", 2023, "H1", "7");
        assertQuiet(What.POLICY_JUST_BEFORE, "2024-12-31");
        history.payHousehold("2024-01-17", 2024, "H1", "8");
        assertFound(What.POLICY_JUST_BEFORE, "2024-12-31", "2024-01-08", "8");
    }

    @Test
    void rowsThatLookDouble() {
        long one = history.invest("2023-03-10", "H1", "7");
        history.invest("2023-03-10", "H2", "7");
        history.invest("2023-03-11", "H1", "7");
        assertQuiet(What.LOOKS_DOUBLE, "2023-12-31");
        long two = history.invest("2023-03-10", "H1", "7");
        assertThat(assertFound(What.LOOKS_DOUBLE, "2023-12-31", "2023-03-10", "7")
                        .evidence())
                .containsExactly(one, two);
        history.reverse("2023-03-12", two);
        assertQuiet(What.LOOKS_DOUBLE, "2023-12-31");
    }

    @Test
    void aSizeCorrectedInAClosedYear() {
        history.resize("2023-06-01", "H1", 4);
        record("2024-01-05", head -> new MonthClosed(head, YearMonth.parse("2023-12"), List.of(), Fen.ZERO, Rules.V2));
        history.resize("2024-01-06", "H1", 5);
        assertQuiet(What.MEMBER_CHANGED_AFTER_CLOSING, "2024-12-31");
        history.resize("2023-12-31", "H1", 6);
        assertFound(What.MEMBER_CHANGED_AFTER_CLOSING, "2024-12-31", "2023-12-31", "0");
    }

    private long share(LossSource source, String yuan, LossLine line) {
        return record("2023-05-01", head -> new LossAllocated(head, Fen.ofYuan(yuan), source, "决议", List.of(line)));
    }

    private void reverse(String date, String reason, long position) {
        FundEvent original = history.events().get((int) position - 1).event();
        record(date, reason, head -> new MovementReversed(head, original));
    }

    private long declare(String date) {
        return record(
                date,
                head -> new DividendDeclared(
                        head, 2023, null, List.of(new DividendLine("H1", Fen.ofYuan("1"))), null, Rules.V2));
    }

    private static List<What> what(Findings findings) {
        return findings.findings().stream().map(Finding::what).toList();
    }
}
