package coop.laborfund.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the embedded PostgreSQL is full, then has room again. */
@Timeout(600)
class FullDiskTest {

    private static final int MEGABYTES = 120;
    private static final long ROOM = 1 << 20;
    private static final long FULL_MILLIS = 3_000;

    @TempDir
    private Path folder;

    @Test
    void isSaidAndForgottenWhenThereIsRoom() throws Exception {
        try (SmallDisk disk = SmallDisk.mountedOn(folder.resolve("disk"), MEGABYTES)) {
            Path data = disk.folder().resolve("data");
            try (Server server = Server.embedded(data, folder.resolve("log"));
                    Load load = Load.on(List.of(server.door()))) {
                JdbcTarget database = targetOf(data);
                for (int round = 0; round < Math.max(1, Size.ROUNDS / 4); round++) {
                    load.awaitAnswers(100);
                    disk.fillUpTo(ROOM);
                    load.awaitFailures(10);
                    assertThat(readiness(server)).as("readiness on a full disk").isEqualTo(503);
                    askForMoreLog(database);
                    Thread.sleep(FULL_MILLIS);
                    disk.makeRoom();
                }
                load.awaitAnswers(100);
                load.finish();
                assertThat(server.isAlive()).isTrue();
                assertThat(load.failures()).contains("DISK_FULL");
                requireRight(load, data);
                System.out.println(server.log()
                        .lines()
                        .filter(line -> line.contains("PostgreSQL"))
                        .toList());
            }
            try (PostgresAccess database = PostgresAccess.embedded(data);
                    LedgerNode node = LedgerNode.open(PostgresAccess.embedded(data), TestNodes.CLOCK)) {
                RightBooks.require(node, database.target());
            }
        }
    }

    private static int readiness(Server server) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:" + server.port() + "/actuator/health/readiness");
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static JdbcTarget targetOf(Path data) {
        try (PostgresAccess handle = PostgresAccess.embedded(data)) {
            return handle.target();
        }
    }

    /** What load comes to after hours: the write-ahead log goes on in a new file, without room for which PostgreSQL panics. */
    private static void askForMoreLog(JdbcTarget database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_switch_wal()");
        } catch (SQLException panic) {
            System.out.println("no more log: " + panic.getMessage());
        }
    }

    private static void requireRight(Load load, Path data) {
        try (PostgresAccess database = PostgresAccess.embedded(data);
                LedgerNode node = LedgerNode.open(PostgresAccess.embedded(data), TestNodes.CLOCK)) {
            load.requireKept(node);
            RightBooks.require(node, database.target());
        }
    }
}
