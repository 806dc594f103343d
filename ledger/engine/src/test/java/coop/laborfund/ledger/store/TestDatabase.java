package coop.laborfund.ledger.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Databases for tests, each new and migrated, in one PostgreSQL for all tests of the module. */
public final class TestDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** Stopped by its own hook when the tests' JVM ends. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A database with all of the migrations. */
    public static DataSource create() {
        return createWith(
                "V1__event_store.sql",
                "V102__chain.sql",
                "V103__streams.sql",
                "V107__event_circumstances.sql",
                "V108__signing_keys.sql",
                "afterMigrate.sql");
    }

    static DataSource createWith(String... scripts) {
        String name = "test" + COUNT.incrementAndGet();
        new JdbcTemplate(Server.POSTGRES.getPostgresDatabase()).execute("create database " + name);
        DataSource database = Server.POSTGRES.getDatabase("postgres", name);
        for (String script : scripts) {
            migrate(database, script);
        }
        return database;
    }

    static void migrate(DataSource database, String script) {
        new JdbcTemplate(database).execute(text(script));
    }

    private static String text(String script) {
        try (InputStream sql = TestDatabase.class.getResourceAsStream("/db/migration/" + script)) {
            return new String(Objects.requireNonNull(sql, script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
