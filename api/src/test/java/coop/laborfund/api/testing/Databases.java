package coop.laborfund.api.testing;

import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.postgres.PostgresAccess;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** Empty databases on one embedded PostgreSQL, started once for all tests of the module. */
public final class Databases {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Databases() {}

    /** Started by the first test that asks, stopped with the JVM. */
    private static final class Shared {
        private static final PostgresAccess SERVER = start();

        private static PostgresAccess start() {
            PostgresAccess server = PostgresAccess.embedded(Path.of("target", "test-data"));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        }
    }

    /** A new database, as a handle that stops nothing. */
    public static PostgresAccess create() {
        JdbcTarget server = Shared.SERVER.target();
        String name = "test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template template0");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        String url = server.url().substring(0, server.url().lastIndexOf('/') + 1) + name;
        return PostgresAccess.external(new JdbcTarget(url, server.user(), server.password()));
    }
}
