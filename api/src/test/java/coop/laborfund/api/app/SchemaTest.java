package coop.laborfund.api.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.api.postgres.DatabaseUnavailableException;
import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.proof.Finding;
import coop.laborfund.api.proof.Protections;
import coop.laborfund.api.testing.Databases;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database whose tables are not this program's is left alone, and the person told what to do. */
class SchemaTest {

    @Test
    void aNewerProgramsTablesAskForTheNewerProgram() throws SQLException {
        assertRefused(
                "insert into flyway_schema_history select installed_rank + 100, '9999', 'later', type, 'V9999__later.sql',"
                        + " checksum, installed_by, installed_on, execution_time, success"
                        + " from flyway_schema_history where version = '1'",
                "更新版本的程序",
                "newer program");
    }

    @Test
    void otherUpgradesThanThisProgramsAreNamed() throws SQLException {
        assertRefused(
                "update flyway_schema_history set checksum = checksum + 1 where version = '1'",
                "不符",
                "other steps than this program's");
    }

    @Test
    void anUpgradeThatFailsIsUndone() throws SQLException {
        PostgresAccess database = Databases.create();
        run(database, "create table event (something text)");

        assertThatThrownBy(() -> LedgerNode.open(database, TestNodes.CLOCK))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("数据库升级失败")
                .hasMessageContaining("could not be upgraded");
    }

    @Test
    void tablesThatAreThisProgramsAreSeenWithoutFlyway() throws SQLException {
        PostgresAccess database = Databases.create();
        assertThat(seen(database)).as("empty").isFalse();
        LedgerNode.open(database, TestNodes.CLOCK).close();
        assertThat(seen(database)).isTrue();

        run(database, "grant update on event to " + Schema.PROGRAM_ROLE);
        assertThat(seen(database))
                .as("a right too many is told, not taken away in silence")
                .isTrue();
        try (LedgerNode node = LedgerNode.open(database, TestNodes.CLOCK)) {
            assertThat(node.opened().part(Protections.class).differences())
                    .extracting(Finding::english)
                    .containsExactly(
                            "The database has what the program did not make: grant event laborfund_app UPDATE");
        }

        run(database, "revoke insert on movement from " + Schema.PROGRAM_ROLE);
        assertThat(seen(database)).as("a right too few").isFalse();
        LedgerNode.open(database, TestNodes.CLOCK).close();
        assertThat(seen(database)).as("put right").isTrue();
    }

    /** Whoever has other tables in the ledger's schema has them for himself. */
    @Test
    void theProgramsRoleGetsTheLedgersOwnTablesAlone() throws SQLException {
        PostgresAccess database = Databases.create();
        LedgerNode.open(database, TestNodes.CLOCK).close();
        run(database, "create table others (secret text)");
        run(
                database,
                "alter default privileges in schema public grant select, insert, update, delete on tables to "
                        + Schema.PROGRAM_ROLE + "; create table given (secret text)");
        run(database, "revoke insert on movement from " + Schema.PROGRAM_ROLE);
        LedgerNode.open(database, TestNodes.CLOCK).close();
        run(database, "create table later (secret text)");
        for (String table : List.of("others", "given", "later")) {
            assertThatThrownBy(() -> run(database, "set role " + Schema.PROGRAM_ROLE + "; select from " + table))
                    .hasMessageContaining("permission denied");
        }
    }

    private static boolean seen(PostgresAccess database) {
        JdbcTarget target = database.target();
        return CurrentSchema.isIn(new DriverManagerDataSource(target.url(), target.user(), target.password()));
    }

    private static void assertRefused(String change, String chinese, String english) throws SQLException {
        PostgresAccess database = Databases.create();
        LedgerNode.open(database, TestNodes.CLOCK).close();
        run(database, change);

        assertThatThrownBy(() -> LedgerNode.open(database, TestNodes.CLOCK))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining(chinese)
                .hasMessageContaining(english);
    }

    private static void run(PostgresAccess database, String sql) throws SQLException {
        try (Connection connection = database.target().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
