package coop.laborfund.api.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/** A PostgreSQL that somebody else runs: looked at once, then used; never stopped. */
record ExternalPostgres(JdbcTarget target) implements PostgresAccess {

    /** The oldest major version on which the SQL of this program is valid. */
    private static final int OLDEST = 15;

    static ExternalPostgres open(JdbcTarget target) {
        try (Connection connection = target.connect()) {
            requireVersion(
                    connection.getMetaData().getDatabaseMajorVersion(),
                    connection.getMetaData().getDatabaseProductVersion());
            return new ExternalPostgres(target);
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(
                    "无法连接数据库 " + target.url() + "（用户 " + target.user() + "）：" + e.getMessage(),
                    "Cannot reach the database " + target.url() + " (user " + target.user() + "): " + e.getMessage(),
                    e);
        }
    }

    static void requireVersion(int major, String version) {
        if (major < OLDEST) {
            throw new DatabaseUnavailableException(
                    "数据库 PostgreSQL 版本为 " + version + "，需要 " + OLDEST + " 或更新版本。",
                    "The database is PostgreSQL " + version + "; " + OLDEST + " or newer is needed.",
                    null);
        }
    }

    @Override
    public void close() {
        // Not ours to stop.
    }
}
