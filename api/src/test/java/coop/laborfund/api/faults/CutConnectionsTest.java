package coop.laborfund.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.faults.CuttingProxy.Cut;
import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.testing.Databases;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.command.Column;
import coop.laborfund.projections.door.Following;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections that break, above all at a commit: the caller is answered what PostgreSQL did. */
@Timeout(600)
class CutConnectionsTest {

    private static final int ROUNDS_OF_CUTS = Size.ROUNDS * 5;

    @Test
    void aLoneCallerIsToldWhatLanded() throws Exception {
        PostgresAccess database = Databases.create();
        try (CuttingProxy proxy = new CuttingProxy(port(database.target()));
                LedgerNode node = through(proxy, database.target())) {
            Door door = new LedgerDoor(node);
            assertThat(door.send("F1", movement("V1", "OPEN_FUND", "532599100200")))
                    .isEqualTo(Answer.recorded(1));
            assertThat(door.send("F1", movement("V2", "ENROLL_COMPANY", "C1"))).isEqualTo(Answer.recorded(2));
            long position = 2;
            for (int round = 0; round < ROUNDS_OF_CUTS; round++) {
                for (Cut cut : Cut.values()) {
                    // Once it has been alone for a while, the writer commits in one round trip.
                    for (int before = 0; before < round % 4; before++) {
                        assertThat(door.send("F1", movement("D" + ++position, "RECEIVE_DEPOSIT", "C1")))
                                .isEqualTo(Answer.recorded(position));
                    }
                    proxy.cutNext(cut);
                    assertThat(door.send("F1", movement("D" + ++position, "RECEIVE_DEPOSIT", "C1")))
                            .as("%s", cut)
                            .isEqualTo(Answer.recorded(position));
                    assertThat(proxy.hasCut()).as("%s", cut).isTrue();
                }
            }
            RightBooks.require(node, database.target());
        }
    }

    private static Map<Column, String> movement(String ref, String type, String party) {
        Map<Column, String> cells = new EnumMap<>(
                Map.of(Column.REF, ref, Column.DATE, "2024-03-15", Column.TYPE, type, Column.PARTY, party));
        if (type.equals("RECEIVE_DEPOSIT")) {
            cells.put(Column.AMOUNT, "1");
        } else {
            cells.put(Column.NAME, "示例");
        }
        return cells;
    }

    @Test
    void eightClientsAreToldWhatLanded() throws Exception {
        PostgresAccess database = Databases.create();
        try (CuttingProxy proxy = new CuttingProxy(port(database.target()));
                LedgerNode node = through(proxy, database.target());
                Following follower = node.serve();
                Load load = Load.on(List.of(new LedgerDoor(node)))) {
            for (int round = 0; round < ROUNDS_OF_CUTS; round++) {
                for (Cut cut : Cut.values()) {
                    proxy.cutNext(cut);
                    while (!proxy.hasCut()) {
                        load.awaitAnswers(1);
                    }
                    load.awaitAnswers(20);
                }
            }
            load.finish();
            load.requireKept(node);
            RightBooks.require(node, database.target());
            assertThat(follower.isRunning()).isTrue();
        }
    }

    @Test
    void backendsAreTerminatedUnderLoad() throws Exception {
        PostgresAccess database = Databases.create();
        Random random = new Random(Size.SEED);
        try (LedgerNode node = LedgerNode.open(database, TestNodes.CLOCK);
                Following follower = node.serve();
                Load load = Load.on(List.of(new LedgerDoor(node)))) {
            for (int round = 0; round < ROUNDS_OF_CUTS; round++) {
                load.awaitAnswers(20 + random.nextInt(100));
                terminateBackends(database.target());
            }
            load.awaitAnswers(100);
            load.finish();
            load.requireKept(node);
            RightBooks.require(node, database.target());
            assertThat(follower.isRunning()).isTrue();
        }
    }

    private static void terminateBackends(JdbcTarget target) throws SQLException {
        try (Connection connection = target.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
        }
    }

    private static int port(JdbcTarget target) {
        return URI.create(target.url().substring("jdbc:".length())).getPort();
    }

    private static LedgerNode through(CuttingProxy proxy, JdbcTarget target) {
        String url = target.url().replace(":" + port(target) + "/", ":" + proxy.port() + "/") + "?prepareThreshold=0";
        return LedgerNode.open(
                PostgresAccess.external(new JdbcTarget(url, target.user(), target.password())), TestNodes.CLOCK);
    }
}
