package coop.laborfund.api.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import coop.laborfund.api.postgres.JdbcTarget;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Connections to a database, under the roles that have to do with it. */
final class Connections {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST = 16;

    private Connections() {}

    /** Single ones of who owns the tables and may change their form. */
    static DataSource ofOwner(JdbcTarget target) {
        return new DriverManagerDataSource(target.url(), target.user(), target.password());
    }

    /** Under the role that may only add to the history. */
    static HikariDataSource ofProgram(JdbcTarget target) {
        HikariConfig pool = pool(target, "ledger");
        // A machine that vanishes in the middle of an append must not hold the lock of all appends for hours: without a
        // word between its statements for so long, PostgreSQL ends the transaction.
        pool.setConnectionInitSql(
                "set role " + Schema.PROGRAM_ROLE + "; set idle_in_transaction_session_timeout = '60s'");
        return new HikariDataSource(pool);
    }

    /** The owner's, as many as a rebuild by these workers holds. */
    static HikariDataSource ofRebuild(JdbcTarget target, int workers) {
        HikariConfig pool = pool(target, "rebuild");
        pool.setMaximumPoolSize(2 * workers + 1);
        return new HikariDataSource(pool);
    }

    private static HikariConfig pool(JdbcTarget target, String name) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(target.url());
        pool.setUsername(target.user());
        pool.setPassword(target.password());
        pool.setMaximumPoolSize(MOST);
        // More are opened when they are needed: a command needs one or two, and closing waits for those on their way.
        pool.setMinimumIdle(1);
        pool.setPoolName(name);
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.setConnectionTimeout(PATIENCE.toMillis());
        // The server's details quote whole rows, and messages end up in logs.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }
}
