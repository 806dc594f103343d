package coop.laborfund.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.testing.Databases;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the start cache is made by runs on a sample, in whatever environment somebody works. */
class RehearsalTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void leavesTheLedgerAloneThatTheEnvironmentNames() throws Exception {
        JdbcTarget somebodys = Databases.create().target();
        ProcessBuilder rehearsal = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Rehearsal.class.getName(),
                folder.toString());
        rehearsal
                .environment()
                .putAll(Map.of(
                        "LABORFUND_URL", somebodys.url(),
                        "LABORFUND_USER", somebodys.user(),
                        "LABORFUND_PASSWORD", somebodys.password(),
                        "LABORFUND_DATA", folder.resolve("somebodys").toString()));
        Process process = rehearsal
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();

        assertThat(folder.resolve("data").resolve("postgres")).isDirectory();
        assertThat(folder.resolve("somebodys")).doesNotExist();
        JdbcTemplate owner =
                new JdbcTemplate(new DriverManagerDataSource(somebodys.url(), somebodys.user(), somebodys.password()));
        assertThat(owner.queryForList("select tablename from pg_tables where tablename = 'event'"))
                .as("tables of a ledger")
                .isEmpty();
    }
}
