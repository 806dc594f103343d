package coop.laborfund.api.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database that comes with the program, alone, restarted, beside other processes, and after a crash. */
class EmbeddedPostgresServerTest {

    @TempDir
    Path folder;

    @Test
    void keepsWhatItPromisedAndListensOnLoopbackOnly() throws SQLException {
        try (EmbeddedPostgresServer server = open()) {
            assertThat(ask(server, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(server, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(ask(server, "SHOW data_checksums")).isEqualTo("on");
            assertThat(ask(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(server, "SHOW unix_socket_directories")).isEmpty();
            assertThat(ask(server, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(ask(server, "SELECT current_database()")).isEqualTo("laborfund");
        }
    }

    @Test
    void letsInOnlyWhoKnowsThePassword() throws IOException {
        try (EmbeddedPostgresServer server = open()) {
            JdbcTarget right = server.target();
            assertThatCode(() -> right.connect().close()).doesNotThrowAnyException();
            assertThatThrownBy(() -> new JdbcTarget(right.url(), right.user(), "").connect())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
            assertThatThrownBy(() -> new JdbcTarget(right.url(), right.user(), "wrong").connect())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");

            assertThat(right.password()).hasSizeGreaterThan(40);
            assertThat(right.toString()).doesNotContain(right.password());
            assertThat(Files.getPosixFilePermissions(folder.resolve("postgres-password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(rules()).isNotEmpty().allMatch(rule -> rule.endsWith("scram-sha-256"));
        }
    }

    @Test
    void keepsDataAndPasswordOverARestart() throws SQLException {
        String password;
        try (EmbeddedPostgresServer server = open()) {
            password = server.target().password();
            tell(server, "CREATE TABLE kept (word text)");
            tell(server, "INSERT INTO kept VALUES ('留存')");
        }
        try (EmbeddedPostgresServer server = open()) {
            assertThat(ask(server, "SELECT word FROM kept")).isEqualTo("留存");
            assertThat(server.target().password()).isEqualTo(password);
        }
    }

    @Test
    void isStoppedByTheLastHandleAndByNoOther() throws SQLException {
        EmbeddedPostgresServer first = open();
        EmbeddedPostgresServer second = open();
        assertThat(second.target()).isEqualTo(first.target());
        first.close();
        first.close();
        assertThat(ask(second, "SELECT 1")).isEqualTo("1");
        second.close();
        assertThatThrownBy(() -> second.target().connect()).isInstanceOf(SQLException.class);
    }

    @Test
    void putsScramWhereAHandWroteTrust() throws IOException {
        open().close();
        Path hba = folder.resolve("postgres/pg_hba.conf");
        Files.writeString(
                hba, Files.readString(hba).replaceAll("(?m)^(host.*)scram-sha-256$", "$1trust # for a minute"));
        assertThat(rules()).anyMatch(rule -> rule.contains("trust"));

        try (EmbeddedPostgresServer server = open()) {
            assertThat(rules()).isNotEmpty().noneMatch(rule -> rule.contains("trust"));
            assertThatThrownBy(() -> new JdbcTarget(server.target().url(), "postgres", "wrong").connect())
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void healsWhatACrashDuringTheFirstStartLeft() throws IOException, SQLException {
        Files.createDirectories(folder.resolve("postgres.new/base"));
        Files.writeString(folder.resolve("postgres.new/PG_VERSION"), "18\n");
        Files.writeString(folder.resolve("postgres-password.new"), "half");
        try (EmbeddedPostgresServer server = open()) {
            assertThat(ask(server, "SELECT 1")).isEqualTo("1");
            assertThat(server.target().password()).isNotEqualTo("half");
            assertThat(folder.resolve("postgres.new")).doesNotExist();
        }
    }

    @Test
    void startsAgainAfterTheServerWasKilled() throws IOException, SQLException {
        leaveAKilledServer();
        try (EmbeddedPostgresServer server = open()) {
            assertThat(ask(server, "SELECT count(*) FROM kept")).isEqualTo("0");
        }
    }

    @Test
    void startsAlthoughTheKilledServersPidIsNowAnotherPrograms() throws IOException, SQLException {
        leaveAKilledServer();
        sayThatTheServerWas(ProcessHandle.current().pid());
        try (EmbeddedPostgresServer server = open()) {
            assertThat(ask(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void startsAlthoughTheKilledServersPidIsNowAnotherPostgresqls(@TempDir Path elsewhere) throws Exception {
        leaveAKilledServer();
        try (EmbeddedPostgresServer another = EmbeddedPostgresServer.open(elsewhere)) {
            sayThatTheServerWas(PostmasterFile.read(elsewhere.resolve("postgres"))
                    .orElseThrow()
                    .pid());
            try (EmbeddedPostgresServer server = open()) {
                assertThat(server.target().url()).isNotEqualTo(another.target().url());
                assertThat(ask(server, "SELECT 1")).isEqualTo("1");
            }
            assertThat(ask(another, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void isSharedWithAnotherProcessAndOutlivesTheOneThatStartedIt() throws Exception {
        try (OtherProcess other = OtherProcess.start(folder)) {
            String url = other.url();
            EmbeddedPostgresServer joined = open();
            assertThat(joined.target().url()).isEqualTo(url);
            joined.close();
            assertThat(other.query()).isEqualTo("ok");

            try (EmbeddedPostgresServer again = open()) {
                other.close();
                assertThat(ask(again, "SELECT 1")).isEqualTo("1");
            }
            assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void isNotTakenFromAnotherProcessByItsStarterEnding() throws Exception {
        EmbeddedPostgresServer starter = open();
        try (OtherProcess other = OtherProcess.start(folder)) {
            assertThat(other.url()).isEqualTo(starter.target().url());
            starter.close();
            assertThat(other.query()).isEqualTo("ok");
        }
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void isJoinedAndAtLastStoppedAfterItsStarterWasKilled() throws Exception {
        String url;
        try (OtherProcess other = OtherProcess.start(folder)) {
            url = other.url();
            other.kill();
        }
        try (EmbeddedPostgresServer server = open()) {
            assertThat(server.target().url()).isEqualTo(url);
            assertThat(ask(server, "SELECT 1")).isEqualTo("1");
        }
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void isMadeOnceWhenThreeProcessesStartAtOnce() throws Exception {
        try (OtherProcess one = OtherProcess.start(folder);
                OtherProcess two = OtherProcess.start(folder);
                EmbeddedPostgresServer three = open()) {
            assertThat(List.of(one.url(), two.url()))
                    .containsOnly(three.target().url());
        }
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void saysInTwoLanguagesWhatIsWrongWithTheFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> EmbeddedPostgresServer.open(file.resolve("data")))
                .isInstanceOfSatisfying(DatabaseUnavailableException.class, e -> {
                    assertThat(e.chinese()).contains("数据目录", "--data");
                    assertThat(e.english()).contains("data directory", "--data");
                });
    }

    @Test
    void saysWhyItDoesNotStart() throws IOException {
        open().close();
        Files.writeString(folder.resolve("postgres/postgresql.conf"), "no_such_setting = on\n");
        assertThatThrownBy(this::open)
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("无法在")
                .hasMessageContaining("cannot start")
                .hasMessageContaining("no_such_setting");
    }

    @Test
    void doesNotInventAPasswordForADatabaseThatLostIts() throws IOException {
        open().close();
        Files.delete(folder.resolve("postgres-password"));
        assertThatThrownBy(this::open)
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("口令文件")
                .hasMessageContaining("restore");
    }

    private EmbeddedPostgresServer open() {
        return EmbeddedPostgresServer.open(folder);
    }

    private List<String> rules() throws IOException {
        return Files.readAllLines(folder.resolve("postgres/pg_hba.conf")).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private void sayThatTheServerWas(long pid) throws IOException {
        Path file = folder.resolve("postgres/postmaster.pid");
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(0, Long.toString(pid));
        Files.write(file, lines);
    }

    /** Killed after its program was, so that nobody has started it again. */
    private void leaveAKilledServer() throws IOException, SQLException {
        try (EmbeddedPostgresServer server = open()) {
            tell(server, "CREATE TABLE IF NOT EXISTS kept (word text)");
        }
        try (OtherProcess program = OtherProcess.start(folder)) {
            program.url();
            program.kill();
        }
        killPostmaster();
    }

    private void killPostmaster() throws IOException {
        PostmasterFile file =
                PostmasterFile.read(folder.toRealPath().resolve("postgres")).orElseThrow();
        ProcessHandle postmaster = ProcessHandle.of(file.pid()).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }

    private static String ask(EmbeddedPostgresServer server, String question) throws SQLException {
        try (Connection connection = server.target().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void tell(EmbeddedPostgresServer server, String order) throws SQLException {
        try (Connection connection = server.target().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(order);
        }
    }
}
