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
            throw unreachable(target, e);
        }
    }

    /** The driver says the whole URL of one that it cannot read. */
    private static DatabaseUnavailableException unreachable(JdbcTarget target, SQLException e) {
        String url = Secrets.hidden(target.url());
        String said = String.valueOf(e.getMessage());
        String words = Secrets.hidden(said);
        return new DatabaseUnavailableException(
                "无法连接数据库 " + url + "（用户 " + target.user() + "）：" + words,
                "Cannot reach the database " + url + " (user " + target.user() + "): " + words,
                words.equals(said) ? e : null);
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
