package coop.laborfund.api.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.proof.KeptHeads;
import coop.laborfund.api.proof.PackVerifier;
import coop.laborfund.api.proof.Report;
import coop.laborfund.api.proof.Seals;
import coop.laborfund.api.proof.VerifyProgress;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.axon.LedgerConfiguration;
import coop.laborfund.ledger.chain.Head;
import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.StatementEvent.BankLineRecorded;
import coop.laborfund.ledger.movement.MovementForm;
import coop.laborfund.ledger.movement.ReadRow;
import coop.laborfund.ledger.store.StoredEvent;
import coop.laborfund.projections.door.VillageTime;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The sample is played, as it would have been recorded, and says that it was. */
class SampleCooperativeTest {

    private static final String FUND = "DEMO";

    @TempDir
    private Path folder = Path.of("");

    private LedgerNode node;

    @BeforeEach
    void load() throws Exception {
        node = TestNodes.open();
        node.opened().part(SampleCooperative.class).loadIntoEmpty(new Requesters("demo").next());
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void isRecordedDayByDayBySeveralOfficesAndSomeOfItLate() {
        List<RecordedEvent> events =
                node.history().ofFund(FUND, 1, Long.MAX_VALUE).toList();

        assertThat(events)
                .hasSizeGreaterThan(600)
                .allMatch(event -> !recordedOn(event).isBefore(event.event().date()));
        assertThat(events.stream().map(RecordedEvent::recordedAt)).isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(events.stream().map(SampleCooperativeTest::recordedOn).distinct())
                .hasSizeGreaterThan(150);
        assertThat(events.stream()
                        .filter(event -> !(event.event() instanceof BankLineRecorded))
                        .filter(event -> recordedOn(event)
                                .minusDays(10)
                                .isAfter(event.event().date())))
                .hasSizeBetween(5, 40);
        assertThat(stored().stream().map(StoredEvent::recordedBy).distinct()).hasSize(Office.values().length);
    }

    private static LocalDate recordedOn(RecordedEvent event) {
        return LocalDate.ofInstant(event.recordedAt(), VillageTime.ZONE);
    }

    @Test
    void saysOfEachEventAndOfTheHeadThatItsClockIsSimulated() {
        assertThat(stored()).allMatch(event -> event.metadata().contains("\"clock\":\"simulated\""));
        assertThat(node.history().heads()).extracting(Head::simulatedClock).containsExactly(true);
    }

    @Test
    void aPackOfItSaysSoAndIsWithoutFinding() throws Exception {
        Seals seals = node.seals(folder);
        Path pack = folder.resolve("pack.zip");
        node.packs(seals.identity()).write(FUND, pack);

        Report report = PackVerifier.verify(pack, null, KeptHeads.read(List.of()), VerifyProgress.NONE);

        assertThat(report.findings()).isEmpty();
        StringWriter printed = new StringWriter();
        report.print(new PrintWriter(printed, true));
        assertThat(printed.toString()).contains("模拟时钟").contains("simulated clock's");
    }

    @Test
    void isLoadedIntoAnEmptyLedgerAlone() throws Exception {
        long last = node.history().lastPosition();

        node.opened().part(SampleCooperative.class).loadIntoEmpty(new Requesters("demo").next());

        assertThat(node.history().lastPosition()).isEqualTo(last);
    }

    @Test
    void whatFollowsItBearsRealInstants() {
        TestNodes.importText(
                node,
                ImportMode.ALL_OR_NONE,
                "ref,date,fund,type,amount\n2026-003,2026-03-21,DEMO,BANK_INTEREST,5.10\n");

        StoredEvent last = stored().getLast();
        assertThat(last.metadata()).doesNotContain("simulated");
        assertThat(last.recordedAt()).isAfter(Instant.parse("2026-01-07T00:00:00Z"));
    }

    @Test
    void nobodyWritesInventedInstantsAfterRealOnes() {
        Clock past = Clock.fixed(Instant.parse("2026-05-01T02:00:00Z"), ZoneOffset.UTC);
        try (LedgerConfiguration simulated = LedgerConfiguration.simulated(
                node.connections(), new DataSourceTransactionManager(node.connections()), past)) {
            long last = node.history().lastPosition();

            assertThatThrownBy(
                            () -> simulated.recorder().record(FUND, List.of(income()), new Requesters("test").next()))
                    .hasStackTraceContaining("a simulated clock writes only what follows its own");
            assertThat(node.history().lastPosition()).isEqualTo(last);
        }
    }

    private static Movement income() {
        Map<Column, String> cells = Map.of(
                Column.REF, "X1",
                Column.DATE, "2026-04-30",
                Column.FUND, FUND,
                Column.TYPE, "OTHER_INCOME",
                Column.AMOUNT, "1");
        return ((ReadRow.WellFormed) MovementForm.read(new EnumMap<>(cells))).movement();
    }

    private List<StoredEvent> stored() {
        return node.history().storedOfFund(FUND, 1, Long.MAX_VALUE).collect(Collectors.toList());
    }
}
