package coop.laborfund.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.testing.Databases;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.chain.EventChain;
import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.store.StoredEvent;
import coop.laborfund.projections.door.Following;
import coop.laborfund.projections.fact.Members.FundOpening;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A transaction that commits long after the instant of its events, which is when a reader that follows a sequence with gaps
 * has given them up: here nobody gets past it meanwhile, and the read models have it.
 */
@Timeout(120)
class LateCommitTest {

    private static final Duration OLD = Duration.ofMinutes(5);
    private static final Duration HELD = Duration.ofMillis(1_500);

    @Test
    void theReadModelsHaveIt() throws Exception {
        JdbcTarget database = Databases.create().target();
        StoredEvent opening = openingOf("F-late");
        try (LedgerNode node = LedgerNode.open(PostgresAccess.external(database), TestNodes.CLOCK);
                Following follower = node.serve();
                Connection slow = database.connect();
                ExecutorService others = Executors.newFixedThreadPool(2)) {
            slow.setAutoCommit(false);
            insert(opening, slow);
            List<Future<Answer>> waiting =
                    List.of(others.submit(() -> open(node, "F-first")), others.submit(() -> open(node, "F-second")));
            Thread.sleep(HELD);
            assertThat(waiting).noneMatch(Future::isDone);
            assertThat(node.readModels().funds()).isEmpty();
            slow.commit();
            for (Future<Answer> answer : waiting) {
                assertThat(answer.get().kind()).isEqualTo(Answer.Kind.RECORDED);
            }
            assertThat(node.readModels().funds())
                    .extracting(FundOpening::fund)
                    .containsExactlyInAnyOrder("F-late", "F-first", "F-second");
            RightBooks.require(node, database);
            assertThat(follower.isRunning()).isTrue();
        }
    }

    private static Answer open(LedgerNode node, String fund) {
        return new LedgerDoor(node)
                .send(
                        fund,
                        Map.of(
                                Column.REF, "V1",
                                Column.DATE, "2024-01-02",
                                Column.TYPE, "OPEN_FUND",
                                Column.PARTY, "532599100200",
                                Column.NAME, "示例基金"));
    }

    /** As a ledger of its own records it. */
    private static StoredEvent openingOf(String fund) {
        try (LedgerNode scratch = TestNodes.open()) {
            open(scratch, fund);
            return scratch.history().storedAll(1, 1).findFirst().orElseThrow();
        }
    }

    /** By hand, as the first event, dated minutes ago, under the lock of all appends. */
    private static void insert(StoredEvent event, Connection connection) throws SQLException {
        Instant old = Instant.now().minus(OLD).truncatedTo(ChronoUnit.MICROS);
        byte[] hash = EventChain.hash(EventChain.canonical(
                event.eventId(),
                event.stream(),
                event.metadata(),
                event.payload(),
                1,
                EventChain.start(),
                EventChain.instant(old),
                event.recordedBy(),
                event.revision(),
                0,
                event.type()));
        connection.createStatement().execute("select pg_advisory_xact_lock(" + 0x6c61626f7266756eL + ")");
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into event (position, recorded_at, fund, sequence, event_id, type, revision, recorded_by, ref,"
                        + " payload, metadata, previous_hash, hash) values (1, ?, ?, 0, ?, ?, ?, ?, 'V1', ?, ?, ?, ?)")) {
            insert.setObject(1, OffsetDateTime.ofInstant(old, ZoneOffset.UTC));
            insert.setString(2, event.fund());
            insert.setObject(3, event.eventId());
            insert.setString(4, event.type());
            insert.setInt(5, event.revision());
            insert.setString(6, event.recordedBy());
            insert.setString(7, event.payload());
            insert.setString(8, event.metadata());
            insert.setBytes(9, EventChain.start());
            insert.setBytes(10, hash);
            insert.execute();
        }
    }
}
