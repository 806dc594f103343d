package coop.laborfund.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.ledger.door.DatabaseFailedException;
import coop.laborfund.ledger.event.FundEvent;
import coop.laborfund.ledger.event.MovementReversed;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.TreasuryEvent.OtherIncomeReceived;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.fund.FundState;
import coop.laborfund.ledger.fund.PriorMovements;
import coop.laborfund.ledger.json.EventJson;
import coop.laborfund.ledger.json.StateJson;
import coop.laborfund.ledger.json.UnreadableEventException;
import coop.laborfund.ledger.money.Fen;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.assertj.core.groups.Tuple;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

class PostgresEventStorageEngineTest {

    private final DataSource database = TestDatabase.create();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final EventJson json = new EventJson();
    private final EventHistory history = new EventHistory(database, json);
    private final PostgresEventStorageEngine engine = new PostgresEventStorageEngine(database, history, json);

    @Test
    void readsWhatWasAppended() {
        append("F1", 0, income("F1", "V1"), income("F1", "V2"));
        append("F2", 0, income("F2", "V1"));
        append("F1", 2, reversal("F1", "V3", "V1"));

        assertThat(history.all(1, Long.MAX_VALUE))
                .extracting(RecordedEvent::position, RecordedEvent::sequence, RecordedEvent::event)
                .containsExactly(
                        tuple(1, 0, income("F1", "V1")),
                        tuple(2, 1, income("F1", "V2")),
                        tuple(3, 0, income("F2", "V1")),
                        tuple(4, 2, reversal("F1", "V3", "V1")));
        assertThat(history.ofFund("F1", 2, 4))
                .extracting(RecordedEvent::position)
                .containsExactly(2L, 4L);
        assertThat(history.all(2, 3)).extracting(RecordedEvent::position).containsExactly(2L, 3L);
        assertThat(history.funds()).containsExactly("F1", "F2");
        assertThat(history.lastPosition()).isEqualTo(4);
        assertThat(history.lastSequence("F1")).hasValue(2);
        assertThat(history.lastSequence("F3")).isEmpty();
        assertThat(history.find("F2", "V1")).map(RecordedEvent::position).hasValue(3L);
        assertThat(history.find("F2", "V2")).isEmpty();
    }

    private static Tuple tuple(long position, long sequence, FundEvent event) {
        return Tuple.tuple(position, sequence, event);
    }

    @Test
    void readsMoreThanAPage() {
        FundEvent[] events =
                IntStream.range(0, 2_500).mapToObj(i -> income("F1", "V" + i)).toArray(FundEvent[]::new);
        append("F1", 0, events);

        assertThat(history.ofFund("F1", 1, Long.MAX_VALUE).map(RecordedEvent::event))
                .containsExactly(events);
        assertThat(history.all(1, Long.MAX_VALUE).map(RecordedEvent::event)).containsExactly(events);
        assertThat(history.ofFund("F1", 700, 1_900).map(RecordedEvent::position))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(700, 1_900).boxed().toList());
        assertThat(history.ofFund("F1", 2_501, Long.MAX_VALUE)).isEmpty();
        assertThat(history.ofFund("F2", 5, Long.MAX_VALUE)).isEmpty();
        assertThat(engine.readEvents("F1", 1_999).asStream().count()).isEqualTo(501);
    }

    @Test
    void givesAxonMessagesWithOneNumberAsTheirToken() {
        append("F1", 0, income("F1", "V1"), income("F1", "V2"));

        List<? extends TrackedEventMessage<?>> all =
                engine.readEvents(null, false).toList();
        assertThat(all)
                .extracting(TrackedEventMessage::trackingToken)
                .isEqualTo(List.of(new GlobalSequenceTrackingToken(1), new GlobalSequenceTrackingToken(2)));
        assertThat(engine.readEvents(new GlobalSequenceTrackingToken(1), false).toList())
                .extracting(message -> message.getPayload())
                .isEqualTo(List.of(income("F1", "V2")));
        assertThat(all.getFirst().getMetaData()).containsEntry("digest", "digest of V1");
        assertThat(engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(2));
        assertThat(engine.createTailToken()).isNull();
        assertThat(engine.lastSequenceNumberFor("F1")).hasValue(1L);
    }

    @Test
    void aConflictFailsItsOwnCallerAndLeavesNoGap() {
        append("F1", 0, income("F1", "V1"), income("F1", "V2"), reversal("F1", "V3", "V1"));

        assertThatThrownBy(() -> append("F1", 2, income("F1", "V4"))).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> append("F1", 3, income("F1", "V4"), income("F1", "V1")))
                .isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> append("F1", 3, reversal("F1", "V5", "V1"))).isInstanceOf(ConcurrencyException.class);

        append("F1", 3, income("F1", "V4"));
        assertThat(history.find("F1", "V4")).map(RecordedEvent::position).hasValue(4L);
    }

    @Test
    void eightThreadsNumberWithoutGapsAndInTheOrderOfTheirCommits() throws Exception {
        int threads = 8;
        int each = 50;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads + 1)) {
            // A reader that remembers nothing but its position must see every one of them.
            Future<List<Long>> reader = pool.submit(() -> follow((long) threads * each));
            List<Future<?>> writers = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                String fund = "F" + thread;
                writers.add(pool.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        append(fund, i, income(fund, "V" + i));
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            assertThat(reader.get())
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, (long) threads * each)
                            .boxed()
                            .toList());
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) from event a join event b on b.position = a.position + 1 and b.recorded_at < a.recorded_at",
                        Long.class))
                .isZero();
    }

    private List<Long> follow(long until) {
        List<Long> seen = new ArrayList<>();
        long last = 0;
        while (last < until) {
            for (RecordedEvent event : history.all(last + 1, Long.MAX_VALUE).toList()) {
                seen.add(event.position());
                last = event.position();
            }
        }
        return seen;
    }

    @Test
    void whoeverAppendsWaitsForATransactionThatIsNotCommitted() throws Exception {
        append("F1", 0, income("F1", "V1"));
        try (Connection slow = database.getConnection();
                ExecutorService pool = Executors.newSingleThreadExecutor()) {
            slow.setAutoCommit(false);
            slow.createStatement().execute("select pg_advisory_xact_lock(" + 0x6c61626f7266756eL + ")");
            slow.createStatement()
                    .execute(
                            "insert into event select 2, 'F2', 0, event_id, type, revision, now() - interval '5 minutes', "
                                    + "'V1', null, payload, metadata, recorded_by, previous_hash, hash from event");
            Future<?> fast = pool.submit(() -> append("F1", 1, income("F1", "V2")));
            Thread.sleep(100);
            assertThat(fast.isDone()).isFalse();
            assertThat(history.lastPosition()).isEqualTo(1);
            slow.commit();
            fast.get();
        }
        assertThat(history.all(1, Long.MAX_VALUE))
                .extracting(RecordedEvent::position)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void recordedAtNeverGoesBack() {
        append("F1", 0, income("F1", "V1"));
        jdbc.execute(
                "insert into event select 2, fund, 1, event_id, type, revision, now() + interval '30 seconds', 'V2', null, "
                        + "payload, metadata, recorded_by, previous_hash, hash from event");
        append("F1", 2, income("F1", "V3"));

        List<RecordedEvent> events = history.all(2, 3).toList();
        assertThat(events.get(1).recordedAt()).isEqualTo(events.get(0).recordedAt());
    }

    @Test
    void anInstantIsAPosition() throws Exception {
        Instant before = Instant.now();
        for (int i = 0; i < 5; i++) {
            append("F1", i, income("F1", "V" + i));
            Thread.sleep(2);
        }
        List<RecordedEvent> events = history.all(1, 5).toList();

        assertThat(history.positionAt(before.minusSeconds(1))).isZero();
        assertThat(engine.createTokenAt(before.minusSeconds(1))).isNull();
        for (RecordedEvent event : events) {
            assertThat(history.positionAt(event.recordedAt())).isEqualTo(event.position());
            assertThat(history.positionAt(event.recordedAt().minusNanos(1_000))).isEqualTo(event.position() - 1);
        }
        assertThat(history.positionAt(Instant.now().plusSeconds(60))).isEqualTo(5);
        assertThat(engine.createTokenAt(events.get(2).recordedAt())).isEqualTo(new GlobalSequenceTrackingToken(2));
    }

    @Test
    void theHistoryCannotBeChanged() {
        append("F1", 0, income("F1", "V1"));
        for (String change : List.of("update event set fund = 'F2'", "delete from event", "truncate event")) {
            assertThatThrownBy(() -> jdbc.execute(change))
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("the history is never changed");
        }
    }

    @Test
    void whatTheDatabaseRefusesIsNoConflict() {
        jdbc.execute("create function no_space() returns trigger language plpgsql as "
                + "$$ begin raise exception 'no space left on device' using errcode = 'io_error'; end $$");
        jdbc.execute("create trigger no_space before insert on event for each statement execute function no_space()");

        assertThatThrownBy(() -> append("F1", 0, income("F1", "V1")))
                .isInstanceOf(DatabaseFailedException.class)
                .rootCause()
                .hasMessageContaining("no space left on device");
    }

    @Test
    void saysWhichStoredEventItCannotRead() {
        append("F1", 0, income("F1", "V1"));
        jdbc.execute(
                "insert into event select 2, fund, 1, event_id, 'FromTomorrow', 7, recorded_at, 'V2', null, payload, "
                        + "metadata, recorded_by, previous_hash, hash from event");

        assertThatThrownBy(() -> history.all(1, 2).toList())
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContainingAll("position 2", "FromTomorrow", "revision 7");
        assertThat(history.storedAll(2, 2)).extracting(StoredEvent::type).containsExactly("FromTomorrow");
    }

    @Test
    void keepsTheNewestSnapshotAndIgnoresOtherForms() {
        assertThat(engine.readSnapshot("F1")).isEmpty();
        snapshot(1_999);
        snapshot(999);
        assertThat(engine.readSnapshot("F1").map(DomainEventMessage::getSequenceNumber))
                .hasValue(1_999L);

        jdbc.update("update snapshot set revision = 'of yesterday'");
        assertThat(engine.readSnapshot("F1")).isEmpty();
        snapshot(999);
        assertThat(engine.readSnapshot("F1").map(DomainEventMessage::getSequenceNumber))
                .hasValue(999L);
        assertThat(StateJson.REVISION).matches("\\d+-[0-9a-f]+");
    }

    private void snapshot(long sequence) {
        engine.storeSnapshot(PostgresEventStorageEngine.snapshot("F1", sequence, FundState.EMPTY));
    }

    @Test
    void theRegisterKnowsWhatDecidingAsks() {
        append("F1", 0, income("F1", "V1"), income("F1", "V2"), reversal("F1", "V3", "V1"));
        PriorMovements prior = new MovementRefs(database, history, "F1", List.of("V1", "V4"));

        assertThat(prior.digestOf("V1")).hasValue("digest of V1");
        assertThat(prior.digestOf("V4")).isEmpty();
        assertThat(prior.eventOf("V2")).hasValue(income("F1", "V2"));
        assertThat(prior.eventOf("V9")).isEmpty();
        assertThat(prior.isReversed("V1")).isTrue();
        assertThat(prior.isReversed("V2")).isFalse();
        assertThat(new MovementRefs(database, history, "F2", List.of("V1")).digestOf("V1"))
                .isEmpty();
    }

    @Test
    void namesAreSetAndSetAgain() {
        HouseholdNames names = new HouseholdNames(database);
        names.put("F1", Map.of("H2", "李四", "H1", "张三"));
        names.put("F1", Map.of("H2", "李四家"));
        names.put("F1", Map.of());

        assertThat(names.of("F1")).containsExactly(Map.entry("H1", "张三"), Map.entry("H2", "李四家"));
        assertThat(names.find("F1", "H1")).hasValue("张三");
        assertThat(names.find("F2", "H1")).isEmpty();
    }

    @Test
    void idsAreOrderedByCodePoint() {
        for (String fund : List.of("𠮷", "村", "b", "B", "\uffee")) {
            append(fund, 0, income(fund, "V1"));
        }
        assertThat(history.funds()).containsExactly("B", "b", "村", "\uffee", "𠮷");
    }

    private void append(String fund, long sequence, FundEvent... events) {
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        for (FundEvent event : events) {
            messages.add(new GenericDomainEventMessage<>(
                    PostgresEventStorageEngine.AGGREGATE_TYPE,
                    fund,
                    sequence + messages.size(),
                    event,
                    Map.of(EventMetadata.DIGEST, "digest of " + event.ref())));
        }
        engine.appendEvents(messages);
    }

    private static FundEvent income(String fund, String ref) {
        return new OtherIncomeReceived(new Voucher(fund, ref, LocalDate.of(2024, 1, 2), "利息"), Fen.ofYuan("1.50"));
    }

    private static FundEvent reversal(String fund, String ref, String original) {
        return new MovementReversed(new Voucher(fund, ref, LocalDate.of(2024, 1, 3), "记错"), income(fund, original));
    }
}
