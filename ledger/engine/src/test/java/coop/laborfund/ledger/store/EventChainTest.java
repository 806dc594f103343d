package coop.laborfund.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.ledger.chain.EventChain;
import coop.laborfund.ledger.chain.Head;
import coop.laborfund.ledger.chain.ShortCode;
import coop.laborfund.ledger.event.StreamKind;
import coop.laborfund.ledger.event.TreasuryEvent.OtherIncomeReceived;
import coop.laborfund.ledger.event.Voucher;
import coop.laborfund.ledger.json.EventJson;
import coop.laborfund.ledger.money.Fen;
import coop.laborfund.ledger.testing.Randomly;
import coop.laborfund.ledger.testing.Seeded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The chain as this program writes it, as SQL computes it, and what it shows. */
class EventChainTest {

    private final DataSource database = TestDatabase.create();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final EventHistory history = new EventHistory(database, new EventJson());
    private final EventJson json = new EventJson();

    @Test
    void eachEventFollowsTheOneBeforeItInItsFund() {
        try (GroupCommit commit = new GroupCommit(database)) {
            commit.append(events("F1", 0, 3));
            commit.append(events("F2", 0, 250));
            commit.append(events("F1", 3, 250));
        }
        byte[] previous = EventChain.start();
        for (StoredEvent event : history.storedOfFund("F1", 1, Long.MAX_VALUE).toList()) {
            assertThat(event.previousHash()).isEqualTo(previous);
            assertThat(event.hash()).isEqualTo(EventChain.hash(event.canonical()));
            previous = event.hash();
        }
        List<Head> heads = history.heads();
        assertThat(heads)
                .extracting(Head::fund, Head::events, Head::position)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("F1", 253L, 503L),
                        org.assertj.core.groups.Tuple.tuple("F2", 250L, 253L));
        assertThat(heads.getFirst().hash()).isEqualTo(HexFormat.of().formatHex(previous));
        assertThat(heads.getFirst().code())
                .isEqualTo(ShortCode.of(HexFormat.of().formatHex(previous)).text());
    }

    @Seeded
    void sqlComputesTheSameHashes(Randomly random) {
        try (GroupCommit commit = new GroupCommit(database)) {
            for (int i = 0; i < 40; i++) {
                String memo = strange(random);
                commit.append(List.of(event("基金（" + i + "）", 0, memo, "出纳 \"" + memo + "\\")));
            }
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) from event_audit where hash_is_right and follows_previous", Long.class))
                .isEqualTo(40);
    }

    /** Text with what JSON must escape, what it must not, and what needs two UTF-16 units. */
    private static String strange(Randomly random) {
        String alphabet = "a\"\\/\b\f\n\r\t\u0001\u001f\u007f\u2028é村𠮷<&'";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            int at = alphabet.offsetByCodePoints(
                    0, random.between(0, alphabet.codePointCount(0, alphabet.length()) - 1));
            text.appendCodePoint(alphabet.codePointAt(at));
        }
        return text.toString();
    }

    @Test
    void whoeverChangesARowBehindItsBackIsSeen() {
        try (GroupCommit commit = new GroupCommit(database)) {
            commit.append(events("F1", 0, 5));
        }
        jdbc.execute("alter table event disable trigger event_is_kept");
        jdbc.execute("update event set payload = replace(payload, '\"1.00\"', '\"2.00\"') where position = 2");
        jdbc.execute("delete from event where position = 4");

        assertThat(jdbc.queryForList("select position from event_audit where not hash_is_right", Long.class))
                .containsExactly(2L);
        assertThat(jdbc.queryForList("select position from event_audit where not follows_previous", Long.class))
                .containsExactly(5L);
    }

    @Test
    void theProgramsRoleCanAddAndNothingElse() {
        try (GroupCommit commit = new GroupCommit(database)) {
            commit.append(events("F1", 0, 1));
        }
        for (String forbidden : List.of(
                "update event set ref = ''",
                "delete from event",
                "truncate event",
                "delete from seal",
                "drop table event",
                "alter table event disable trigger event_is_kept",
                "create table mine (id int)",
                "create function evil() returns int language sql as 'select 1'")) {
            assertThatThrownBy(() -> jdbc.execute("set role laborfund_app; " + forbidden + "; reset role"))
                    .as(forbidden)
                    .rootCause()
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
        jdbc.execute("set role laborfund_app; insert into household_name values ('F1', 'H1', '张三'); reset role");
    }

    @Test
    void eventsFromBeforeTheChainGetTheirs() {
        DataSource old = TestDatabase.createWith("V1__event_store.sql");
        JdbcTemplate before = new JdbcTemplate(old);
        for (int position = 1; position <= 6; position++) {
            before.update(
                    "insert into event values (?, ?, ?, ?, 'OtherIncomeReceived', 1, now(), ?, null, '{\"a\":\"村\"}', '{}')",
                    position,
                    "F" + position % 2,
                    (position - 1) / 2,
                    UUID.randomUUID(),
                    "V" + position);
        }
        TestDatabase.migrate(old, "V102__chain.sql");
        TestDatabase.migrate(old, "V103__streams.sql");
        TestDatabase.migrate(old, "afterMigrate.sql");

        List<StoredEvent> events = new EventHistory(old, json).storedAll(1, 6).toList();
        assertThat(events).allSatisfy(event -> assertThat(event.hash()).isEqualTo(EventChain.hash(event.canonical())));
        assertThat(before.queryForObject(
                        "select count(*) from event_audit where hash_is_right and follows_previous", Long.class))
                .isEqualTo(6);
        assertThatThrownBy(() -> before.execute("delete from event")).hasMessageContaining("历史不可更改");
    }

    private List<NewEvent> events(String fund, int from, int count) {
        List<NewEvent> events = new ArrayList<>();
        for (int sequence = from; sequence < from + count; sequence++) {
            events.add(event(fund, sequence, "", "tester"));
        }
        return events;
    }

    private NewEvent event(String fund, long sequence, String memo, String by) {
        String ref = "V" + sequence;
        OtherIncomeReceived event =
                new OtherIncomeReceived(new Voucher(fund, ref, LocalDate.of(2024, 1, 5), memo), Fen.ofYuan("1.00"));
        return new NewEvent(
                StreamKind.FUND.of(fund),
                sequence,
                UUID.randomUUID(),
                "OtherIncomeReceived",
                1,
                by,
                ref,
                null,
                json.write(event),
                "{}");
    }
}
