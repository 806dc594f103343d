package coop.laborfund.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.ledger.chain.EventChain;
import coop.laborfund.ledger.chain.Head;
import coop.laborfund.ledger.door.DatabaseFailedException;
import coop.laborfund.ledger.event.Recorded;
import coop.laborfund.ledger.event.RecordedElsewhere;
import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.ledger.event.StreamId;
import coop.laborfund.ledger.event.StreamKind;
import coop.laborfund.ledger.event.TreasuryEvent.OtherIncomeReceived;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.json.EventJson;
import coop.laborfund.ledger.money.Fen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.groups.Tuple;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Streams of a kind that this program does not know stand beside funds' in one history, and neither minds the other. */
class StreamsTest {

    private static final StreamId FUND = StreamKind.FUND.of("A");
    private static final StreamId OTHER = new StreamId("of tomorrow", "A");

    private final DataSource database = TestDatabase.create();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final EventJson json = new EventJson();
    private final EventHistory history = new EventHistory(database, json);
    private final GroupCommit commit = new GroupCommit(database);

    @AfterEach
    void stop() {
        commit.close();
    }

    private NewEvent fundEvent(long sequence) {
        String ref = "V" + sequence;
        OtherIncomeReceived event =
                new OtherIncomeReceived(new Voucher("A", ref, LocalDate.of(2024, 1, 5), ""), Fen.ofYuan("1.00"));
        return new NewEvent(
                FUND, sequence, UUID.randomUUID(), "OtherIncomeReceived", 1, "t", ref, null, json.write(event), "{}");
    }

    private static NewEvent otherEvent(long sequence, @Nullable String ref) {
        return new NewEvent(OTHER, sequence, UUID.randomUUID(), "Noted", 1, "t", ref, null, "{\"a\":\"村\"}", "{}");
    }

    private void appendFunds(int from, int count) {
        List<NewEvent> events = new ArrayList<>();
        for (int sequence = from; sequence < from + count; sequence++) {
            events.add(fundEvent(sequence));
        }
        commit.append(events);
    }

    private void appendOthers(int from, int count) {
        List<NewEvent> events = new ArrayList<>();
        for (int sequence = from; sequence < from + count; sequence++) {
            events.add(otherEvent(sequence, null));
        }
        commit.append(events);
    }

    /** By each of the ways into the table: looked up, unasked, and by COPY. */
    private void appendInTurn() {
        int sequence = 0;
        for (int count : List.of(1, 1, 2, 250, 1)) {
            appendFunds(sequence, count);
            appendOthers(sequence, count);
            sequence += count;
        }
    }

    @Test
    void twoOfDifferentKindsUnderOneIdAreNumberedAndChainedByThemselves() {
        appendInTurn();

        for (StreamId stream : List.of(FUND, OTHER)) {
            byte[] previous = EventChain.start();
            long sequence = 0;
            for (StoredEvent event : history.storedOf(stream, 1, Long.MAX_VALUE).toList()) {
                assertThat(event.stream()).isEqualTo(stream);
                assertThat(event.sequence()).isEqualTo(sequence++);
                assertThat(event.previousHash()).isEqualTo(previous);
                assertThat(event.hash()).isEqualTo(EventChain.hash(event.canonical()));
                previous = event.hash();
            }
            assertThat(sequence).isEqualTo(255);
            assertThat(history.heads(stream.kind()))
                    .extracting(Head::fund, Head::events, Head::hash)
                    .containsExactly(Tuple.tuple("A", 255L, HexFormat.of().formatHex(previous)));
            assertThat(history.lastSequence(stream)).hasValue(254);
        }
        assertThat(history.kinds()).containsExactly("fund", "of tomorrow");
        assertThat(history.funds()).containsExactly("A");
        assertThat(history.heads()).isEqualTo(history.heads("fund"));
        assertThat(history.storedOf(OTHER, 3, 5))
                .extracting(StoredEvent::position)
                .containsExactly(4L);
    }

    @Test
    void sqlComputesTheSameHashesAndSeesWhatWasMovedToAnotherKind() {
        appendInTurn();
        String wrong = "select position from event_audit where not (hash_is_right and follows_previous)";
        assertThat(jdbc.queryForList(wrong, Long.class)).isEmpty();

        jdbc.execute("alter table event disable trigger event_is_kept");
        jdbc.execute("update event set kind = 'elsewhere' where kind = 'of tomorrow'");
        assertThat(jdbc.queryForList(wrong, Long.class)).hasSize(255);
    }

    @Test
    void theKindIsInWhatIsHashedOfOtherKindsAlone() {
        appendFunds(0, 1);
        appendOthers(0, 1);
        List<StoredEvent> events = history.storedAll(1, 2).toList();

        assertThat(events.get(0).canonical())
                .contains(",\"fund\":\"A\",\"metadata\":")
                .doesNotContain("kind");
        assertThat(events.get(1).canonical()).contains(",\"fund\":\"A\",\"kind\":\"of tomorrow\",\"metadata\":");
    }

    @Test
    void aRefIsTakenInItsStreamAndFreeInEveryOther() {
        appendFunds(0, 2);
        assertThat(commit.append(List.of(otherEvent(0, "V1"), otherEvent(1, null), otherEvent(2, null))))
                .isEqualTo(5);
        appendOthers(3, 1);

        assertThatThrownBy(() -> commit.append(List.of(otherEvent(4, "V1"))))
                .isInstanceOf(AppendConflictException.class);
        assertThatThrownBy(() -> commit.append(List.of(otherEvent(4, "V2"), otherEvent(5, "V2"))))
                .isInstanceOf(AppendConflictException.class);
        assertThatThrownBy(() -> commit.append(List.of(otherEvent(3, null))))
                .isInstanceOf(AppendConflictException.class);
        assertThat(commit.append(List.of(otherEvent(4, "V2"), otherEvent(5, null))))
                .isEqualTo(8);
    }

    @Test
    void aFundsEventHasARef() {
        NewEvent without =
                new NewEvent(FUND, 0, UUID.randomUUID(), "OtherIncomeReceived", 1, "t", null, null, "{}", "{}");
        assertThatThrownBy(() -> commit.append(List.of(without)))
                .isInstanceOf(DatabaseFailedException.class)
                .hasMessageContaining("event_of_fund_has_ref");
    }

    @Test
    void whoFollowsFundsPassesOverOthersAndMissesNoPosition() {
        appendFunds(0, 1);
        appendOthers(0, 2);
        appendFunds(1, 1);

        assertThat(history.all(1, Long.MAX_VALUE))
                .extracting(RecordedEvent::position)
                .containsExactly(1L, 4L);
        EventScan scan = new EventScan(database, json);
        List<Recorded> positions = scan.page(1, Long.MAX_VALUE);
        List<Recorded> scanned = new ArrayList<>();
        scan.each(1, 4, scanned::add);
        assertThat(scanned).isEqualTo(positions);
        assertThat(positions).extracting(Recorded::position).containsExactly(1L, 2L, 3L, 4L);
        assertThat(positions.get(1)).isEqualTo(new RecordedElsewhere(2));
        assertThat(positions.get(3)).isInstanceOf(RecordedEvent.class);
        List<Recorded> fund = new ArrayList<>();
        scan.ofFund(FUND.id(), fund::add);
        assertThat(fund).containsExactly(positions.get(0), positions.get(3));
        fund.clear();
        scan.ofFund(FUND.id(), event -> fund.add(event) && event.sequence() > 0);
        assertThat(fund).containsExactly(positions.getFirst());
        assertThat(scan.firsts("", 5)).containsExactly((RecordedEvent) positions.getFirst());
        assertThat(scan.firsts(FUND.id(), 5)).isEmpty();

        try (PostgresEventStorageEngine engine = new PostgresEventStorageEngine(database, history, json)) {
            List<? extends TrackedEventMessage<?>> messages =
                    engine.readEvents(null, false).toList();
            assertThat(messages).hasSize(4);
            assertThat(messages.get(2).getPayload()).isInstanceOf(StoredEvent.class);
            assertThat(engine.readEvents("A", 0).asStream()).hasSize(2);
        }
    }

    /** Rows of the form before, with their hashes, as the program of then wrote them. */
    @Test
    void whatWasRecordedBeforeStaysAsItIs() {
        DataSource old = TestDatabase.createWith("V1__event_store.sql", "V102__chain.sql", "afterMigrate.sql");
        JdbcTemplate before = new JdbcTemplate(old);
        for (int position = 1; position <= 4; position++) {
            before.update(
                    "insert into event select ?, 'F' || ?, ?, gen_random_uuid(), 'OtherIncomeReceived', 1, now(), ?, null,"
                            + " '{\"a\":\"村\"}', '{}', 'tester', coalesce((select hash from event where position = ?),"
                            + " decode(repeat('00', 32), 'hex')), ''",
                    position,
                    position % 2,
                    (position - 1) / 2,
                    "V" + position,
                    position - 2);
            before.execute("alter table event disable trigger event_is_kept");
            before.update("update event set hash = event_hash(event) where position = ?", position);
            before.execute("alter table event enable trigger event_is_kept");
        }
        String state = "select string_agg(encode(hash, 'hex') || ref, ',' order by position)"
                + " || pg_relation_filenode('event') from event";
        String was = before.queryForObject(state, String.class);
        TestDatabase.migrate(old, "V103__streams.sql");
        TestDatabase.migrate(old, "afterMigrate.sql");

        assertThat(before.queryForObject(state, String.class))
                .as("neither changed nor rewritten")
                .isEqualTo(was);
        assertThat(before.queryForObject(
                        "select count(*) from event_audit where hash_is_right and follows_previous and kind = 'fund'",
                        Long.class))
                .isEqualTo(4);
        assertThat(new EventHistory(old, json).storedOfFund("F1", 2, 4))
                .extracting(StoredEvent::position)
                .containsExactly(3L);
        for (String change : List.of("update event set kind = 'x'", "delete from event", "truncate event")) {
            assertThatThrownBy(() -> before.execute(change)).hasMessageContaining("历史不可更改");
            assertThatThrownBy(() -> before.execute("set role laborfund_app; " + change + "; reset role"))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
        try (GroupCommit next = new GroupCommit(old)) {
            assertThat(next.append(List.of(otherEvent(0, null)))).isEqualTo(5);
        }
    }
}
