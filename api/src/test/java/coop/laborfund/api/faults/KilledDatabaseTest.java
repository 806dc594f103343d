package coop.laborfund.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.postgres.OwnPostgres;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away under the program and its clients, and comes back; the program is never touched. */
@Timeout(1_200)
class KilledDatabaseTest {

    /** The follower's pauses after an error double up to a minute. */
    private static final long FOLLOWER_PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder;

    /** What happens to the database, from its end to its being there again. */
    private interface Fault {
        void happenTo(OwnPostgres postgres) throws Exception;
    }

    @Test
    void killedAgainAndAgain() throws Exception {
        underLoad(Size.ROUNDS, postgres -> {
            postgres.kill();
            postgres.startAgain();
        });
    }

    @Test
    void stoppedForAWhile() throws Exception {
        underLoad(1, postgres -> {
            postgres.stop();
            Thread.sleep(Size.OUTAGE);
            postgres.startAgain();
        });
    }

    private void underLoad(int rounds, Fault fault) throws Exception {
        Random random = new Random(Size.SEED);
        try (OwnPostgres postgres = OwnPostgres.startedIn(folder.resolve("postgres"));
                Server server = Server.external(postgres.target(), folder.resolve("data"), folder.resolve("log"));
                Load load = Load.on(List.of(server.door()))) {
            for (int round = 0; round < rounds; round++) {
                load.awaitAnswers(100 + random.nextInt(400));
                fault.happenTo(postgres);
            }
            load.awaitAnswers(100);
            load.finish();
            assertThat(server.isAlive()).isTrue();
            awaitFollower(postgres.target());
            try (LedgerNode node = LedgerNode.open(PostgresAccess.external(postgres.target()), TestNodes.CLOCK)) {
                load.requireKept(node);
                RightBooks.require(node, postgres.target());
            }
        }
    }

    /** The server's own follower of the history, which no read helps here, gets to its end by itself. */
    private static void awaitFollower(JdbcTarget target) throws Exception {
        long began = System.nanoTime();
        try (Connection connection = target.connect();
                Statement statement = connection.createStatement()) {
            while (true) {
                try (ResultSet row = statement.executeQuery(
                        "select min(p.position) = (select max(position) from event) from projection_progress p")) {
                    row.next();
                    if (row.getBoolean(1)) {
                        break;
                    }
                }
                assertThat(System.nanoTime() - began)
                        .as("the read tables follow again")
                        .isLessThan(TimeUnit.SECONDS.toNanos(FOLLOWER_PATIENCE_SECONDS));
                Thread.sleep(100);
            }
        }
        System.out.printf("read tables level after %d ms%n", (System.nanoTime() - began) / 1_000_000);
    }
}
