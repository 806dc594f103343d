package coop.laborfund.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.door.FundDecision;
import coop.laborfund.ledger.door.LedgerContendedException;
import coop.laborfund.ledger.door.LedgerStoppedException;
import coop.laborfund.ledger.door.Recorder;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.fund.FundState;
import coop.laborfund.ledger.fund.Outcome;
import coop.laborfund.ledger.json.EventJson;
import coop.laborfund.ledger.refusal.RefusalCode;
import coop.laborfund.ledger.store.PostgresEventStorageEngine;
import coop.laborfund.ledger.store.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Two ledgers on one database: two nodes, each with its own cache. */
class FundLedgerTest {

    /** The evening of 15 March in London, the early morning of the 16th in Shanghai. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-03-15T17:00:00Z"), ZoneOffset.UTC);

    private final DataSource database = TestDatabase.create();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final List<LedgerConfiguration> nodes = new ArrayList<>();
    private final LedgerConfiguration node = node(10_000, 1_000);
    private final Recorder here = node.recorder();
    private final Recorder there = node(10_000, 1_000).recorder();

    private LedgerConfiguration node(int cachedEntries, int snapshotEvery) {
        LedgerConfiguration configuration = new LedgerConfiguration(
                database, new DataSourceTransactionManager(database), CLOCK, cachedEntries, snapshotEvery);
        nodes.add(configuration);
        return configuration;
    }

    @AfterEach
    void close() {
        nodes.forEach(LedgerConfiguration::close);
    }

    @Test
    void recordsAndAnswersThePosition() {
        FundDecision founded = here.record("F1", Movements.founding("F1"), Movements.BY);
        FundDecision invested = here.record("F1", List.of(Movements.invest("F1", "V4", "5000")), Movements.BY);

        assertThat(founded.recorded()).isTrue();
        assertThat(founded.position()).isEqualTo(3);
        assertThat(invested.position()).isEqualTo(4);
        assertThat(node.history().ofFund("F1", 1, 4))
                .extracting(recorded -> recorded.event().ref())
                .containsExactly("V1", "V2", "V3", "V4");
        assertThat(node.names().of("F1")).containsExactly(Map.entry("H1", "张三"));
    }

    @Test
    void aRepeatIsSuccessAndChangesNothing() {
        here.record("F1", Movements.founding("F1"), Movements.BY);
        FundDecision again = here.record("F1", Movements.founding("F1"), Movements.BY);

        assertThat(again.recorded()).isTrue();
        assertThat(again.position()).isEqualTo(3);
        assertThat(again.outcomes()).allMatch(Outcome.AlreadyRecorded.class::isInstance);
        assertThat(node.history().lastPosition()).isEqualTo(3);
    }

    @Test
    void ofAFundThatDoesNotExistNothingIsStored() {
        FundDecision decision = here.record("F9", List.of(Movements.invest("F9", "V1", "5000")), Movements.BY);

        assertThat(decision.recorded()).isFalse();
        assertThat(codes(decision)).containsExactly(RefusalCode.FUND_NOT_OPEN);
        assertThat(node.history().funds()).isEmpty();
        assertThat(here.record("F9", Movements.founding("F9"), Movements.BY).recorded())
                .isTrue();
    }

    @Test
    void oneRefusedMeansNoneRecorded() {
        here.record("F1", Movements.founding("F1"), Movements.BY);
        FundDecision decision = here.record(
                "F1",
                List.of(
                        Movements.deposit("F1", "V4", "100"),
                        Movements.refund("F1", "V5", "100.01"),
                        Movements.refund("F1", "V6", "100")),
                Movements.BY);

        assertThat(codes(decision)).containsExactly(RefusalCode.INSUFFICIENT_DEPOSIT);
        assertThat(decision.outcomes().get(2)).isInstanceOf(Outcome.Accepted.class);
        assertThat(node.history().lastPosition()).isEqualTo(3);
        assertThat(codes(here.record("F1", List.of(Movements.refund("F1", "V6", "100")), Movements.BY)))
                .containsExactly(RefusalCode.INSUFFICIENT_DEPOSIT);
    }

    @Test
    void aCheckRecordsNothing() {
        FundDecision decision = here.check("F1", Movements.founding("F1"), Movements.BY);

        assertThat(decision.outcomes()).hasSize(3).allMatch(Outcome.Accepted.class::isInstance);
        assertThat(decision.recorded()).isFalse();
        assertThat(node.history().lastPosition()).isZero();
        assertThat(node.names().of("F1")).isEmpty();
    }

    @Test
    void todayIsThatOfShanghai() {
        here.record("F1", Movements.founding("F1"), Movements.BY);
        List<Movement> today = List.of(Movements.income("F1", "V4", Movements.DAY.plusDays(1)));
        List<Movement> tomorrow = List.of(Movements.income("F1", "V5", Movements.DAY.plusDays(2)));

        assertThat(here.record("F1", today, Movements.BY).recorded()).isTrue();
        assertThat(codes(here.record("F1", tomorrow, Movements.BY))).containsExactly(RefusalCode.DATE_IN_FUTURE);
    }

    @Test
    void aDepositAtOneNodeIsSpentAtTheOther() {
        here.record("F1", Movements.founding("F1"), Movements.BY);
        assertThat(codes(there.check("F1", List.of(Movements.refund("F1", "V5", "100")), Movements.BY)))
                .containsExactly(RefusalCode.INSUFFICIENT_DEPOSIT);

        here.record("F1", List.of(Movements.deposit("F1", "V4", "100")), Movements.BY);

        // The other node still holds the fund as it was, and must not refuse, nor say so when only asked.
        assertThat(there.check("F1", List.of(Movements.refund("F1", "V5", "100")), Movements.BY)
                        .refused())
                .isEmpty();
        assertThat(there.record("F1", List.of(Movements.refund("F1", "V5", "100")), Movements.BY)
                        .recorded())
                .isTrue();
        assertThat(codes(here.record("F1", List.of(Movements.refund("F1", "V6", "100")), Movements.BY)))
                .containsExactly(RefusalCode.INSUFFICIENT_DEPOSIT);
    }

    @Test
    void anAdmissionIsReversedAtANodeThatHasNotSeenTheHousehold() {
        here.record("F1", Movements.founding("F1"), Movements.BY);
        there.check("F1", List.of(Movements.deposit("F1", "V4", "1")), Movements.BY);
        here.record("F1", List.of(Movements.admit("F1", "V4", "H2", "李四")), Movements.BY);

        // The other node finds the voucher in the register, and no household in the fund as it holds it.
        List<Movement> reversal = List.of(Movements.reverse("F1", "V5", "V4"));
        assertThat(codes(there.check("F1", reversal, Movements.BY))).containsExactly(RefusalCode.NOT_REVERSIBLE);
        here.record("F1", List.of(Movements.admit("F1", "V6", "H3", "王五")), Movements.BY);
        assertThat(codes(there.record("F1", List.of(Movements.reverse("F1", "V7", "V6")), Movements.BY)))
                .containsExactly(RefusalCode.NOT_REVERSIBLE);
    }

    @Test
    void aMovementIsReversedAtTheOtherNodeAndOnlyOnce() {
        here.record("F1", Movements.founding("F1"), Movements.BY);
        there.check("F1", List.of(), Movements.BY);
        here.record("F1", List.of(Movements.deposit("F1", "V4", "100")), Movements.BY);

        assertThat(there.record("F1", List.of(Movements.reverse("F1", "V5", "V4")), Movements.BY)
                        .recorded())
                .isTrue();
        assertThat(codes(here.record("F1", List.of(Movements.reverse("F1", "V6", "V4")), Movements.BY)))
                .containsExactly(RefusalCode.ALREADY_REVERSED);
    }

    @Test
    void oneRefAtBothNodesAtOnceIsRecordedOnce() throws Exception {
        here.record("F1", Movements.founding("F1"), Movements.BY);
        for (int round = 0; round < 20; round++) {
            String ref = "R" + round;
            List<Movement> movement = List.of(Movements.deposit("F1", ref, "1"));
            List<FundDecision> answers = atOnce(
                    () -> here.record("F1", movement, Movements.BY), () -> there.record("F1", movement, Movements.BY));

            assertThat(answers).allMatch(FundDecision::recorded);
            assertThat(answers.stream().map(answer -> answer.outcomes().getFirst()))
                    .hasOnlyElementsOfTypes(Outcome.Accepted.class, Outcome.AlreadyRecorded.class)
                    .doesNotHaveDuplicates();
            assertThat(node.history().lastPosition()).isEqualTo(4 + round);
        }
        List<FundDecision> answers = atOnce(
                () -> here.record("F1", List.of(Movements.deposit("F1", "S", "1")), Movements.BY),
                () -> there.record("F1", List.of(Movements.deposit("F1", "S", "2")), Movements.BY));
        assertThat(answers.stream().flatMap(answer -> codes(answer).stream())).containsExactly(RefusalCode.REF_REUSED);
    }

    private static List<FundDecision> atOnce(Callable<FundDecision> one, Callable<FundDecision> other)
            throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Future<FundDecision>> answers = new ArrayList<>();
            for (Callable<FundDecision> call : List.of(one, other)) {
                answers.add(pool.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            return List.of(answers.get(0).get(), answers.get(1).get());
        }
    }

    @Test
    void eightThreadsAtTwoNodesRecordInOneFundWithoutLosingAnything() throws Exception {
        here.record("F1", Movements.founding("F1"), Movements.BY);
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Future<?>> clients = new ArrayList<>();
            for (int client = 0; client < 8; client++) {
                Recorder ledger = client % 2 == 0 ? here : there;
                String prefix = "C" + client + "-";
                clients.add(pool.submit(() -> {
                    for (int i = 0; i < 20; i++) {
                        FundDecision decision =
                                ledger.record("F1", List.of(Movements.deposit("F1", prefix + i, "1")), Movements.BY);
                        assertThat(decision.recorded()).isTrue();
                    }
                }));
            }
            for (Future<?> client : clients) {
                client.get();
            }
        }
        assertThat(node.history().ofFund("F1", 1, Long.MAX_VALUE))
                .extracting(RecordedEvent::sequence)
                .containsExactlyElementsOf(LongStream.range(0, 163).boxed().toList());
        assertThat(here.record("F1", List.of(Movements.refund("F1", "V9", "160")), Movements.BY)
                        .recorded())
                .isTrue();
    }

    @Test
    void aFundThatFellOutOfTheCacheIsLoadedAgain() {
        Recorder small = node(50, 1_000).recorder();
        for (String fund : List.of("F1", "F2", "F3")) {
            small.record(fund, Movements.founding(fund), Movements.BY);
            small.record(fund, List.of(Movements.deposit(fund, "V4", "100")), Movements.BY);
        }
        for (String fund : List.of("F1", "F2", "F3")) {
            assertThat(small.record(fund, List.of(Movements.refund(fund, "V5", "100")), Movements.BY)
                            .recorded())
                    .isTrue();
        }
    }

    @Test
    void snapshotsAreTakenOnTheWayAndLoadedFrom() {
        LedgerConfiguration eager = node(10_000, 10);
        eager.recorder().record("F1", Movements.founding("F1"), Movements.BY);
        for (int i = 0; i < 30; i++) {
            eager.recorder().record("F1", List.of(Movements.deposit("F1", "D" + i, "1")), Movements.BY);
        }
        eager.close();
        EventStorageEngine engine = engine();
        assertThat(engine.readSnapshot("F1").orElseThrow().getSequenceNumber()).isGreaterThanOrEqualTo(19);
        Recorder cold = node(10_000, 10).recorder();
        assertThat(cold.record("F1", List.of(Movements.refund("F1", "V9", "30")), Movements.BY)
                        .recorded())
                .isTrue();

        // A snapshot that says something else than the events is believed; of another form, it is not even looked at.
        engine.storeSnapshot(PostgresEventStorageEngine.snapshot("F1", 33, FundState.EMPTY));
        List<Movement> next = List.of(Movements.deposit("F1", "V10", "1"));
        assertThat(codes(node(10_000, 10).recorder().check("F1", next, Movements.BY)))
                .containsExactly(RefusalCode.FUND_NOT_OPEN);
        jdbc.update("update snapshot set revision = 'of yesterday'");
        assertThat(node(10_000, 10).recorder().record("F1", next, Movements.BY).recorded())
                .isTrue();
    }

    @Test
    void aLongHistoryWithoutSnapshotGetsOneAtFirstTouch() {
        here.record("F1", Movements.founding("F1"), Movements.BY);
        LedgerConfiguration eager = node(10_000, 3);
        eager.recorder().check("F1", List.of(), Movements.BY);
        eager.close();

        assertThat(engine().readSnapshot("F1").orElseThrow().getSequenceNumber())
                .isEqualTo(2);
    }

    @Test
    void whoLosesToOthersEveryTimeIsToldSo() {
        CommandBus conflicts = SimpleCommandBus.builder().build();
        conflicts.subscribe(RecordMovements.class.getName(), command -> {
            throw new ConcurrencyException("somebody else was first");
        });
        Recorder unlucky = new FundLedger(
                DefaultCommandGateway.builder().commandBus(conflicts).build(),
                new FundCache(1, fund -> 1),
                here.likes());

        assertThatThrownBy(() -> unlucky.record("F1", Movements.founding("F1"), Movements.BY))
                .isInstanceOf(LedgerContendedException.class)
                .hasMessageContainingAll("F1", "没有记录", "nothing of this was recorded");
    }

    @Test
    void afterItsEndItAnswersNothing() {
        here.stop();
        assertThatThrownBy(() -> here.record("F1", Movements.founding("F1"), Movements.BY))
                .isInstanceOf(LedgerStoppedException.class);
        assertThatThrownBy(() -> here.check("F1", List.of(), Movements.BY)).isInstanceOf(LedgerStoppedException.class);
        assertThat(node.history().lastPosition()).isZero();
    }

    private EventStorageEngine engine() {
        return new PostgresEventStorageEngine(database, node.history(), new EventJson());
    }

    private static List<RefusalCode> codes(FundDecision decision) {
        return decision.refused().stream()
                .map(refused -> refused.rejection().code())
                .toList();
    }
}
