package coop.laborfund.projections;

import coop.laborfund.projections.fact.Fact;
import coop.laborfund.projections.fact.History;
import coop.laborfund.projections.fact.Projection;
import coop.laborfund.projections.fact.Projections;
import coop.laborfund.projections.fact.Shape;
import coop.laborfund.projections.rebuild.Rebuild;
import coop.laborfund.projections.rebuild.RebuildProgress;
import coop.laborfund.projections.store.ProjectionWriter;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** One PostgreSQL for all tests of a run, with the read tables as their migration makes them. */
public final class TestDatabase {

    private static final EmbeddedPostgres SERVER = start();
    private static final DataSource SHARED = migrated("postgres");

    private TestDatabase() {}

    /** The database, its tables empty. */
    public static DataSource empty() {
        JdbcTemplate jdbc = new JdbcTemplate(SHARED);
        for (Projection projection : Projections.ALL) {
            projection.facts().forEach(type -> jdbc.execute("truncate " + table(type)));
        }
        jdbc.execute("update projection_progress set position = 0");
        return SHARED;
    }

    /** The database with a history folded into its tables. */
    public static DataSource with(History history) {
        DataSource database = empty();
        ProjectionWriter writer = new ProjectionWriter(database, history);
        Projections.ALL.forEach(writer::catchUp);
        return database;
    }

    /** The history folded again into the projection's tables. */
    public static void rebuild(DataSource database, History history, Projection projection) {
        new Rebuild(database, history, 2).run(List.of(projection), RebuildProgress.NONE);
    }

    /** Every row of a projection as text, by table. */
    public static Map<String, List<String>> rows(DataSource database, Projection projection) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (Class<? extends Fact> type : projection.facts()) {
            String table = table(type);
            rows.put(
                    table,
                    jdbc.queryForList(
                            "select t::text from %1$s t order by t::text collate \"C\"".formatted(table),
                            String.class));
        }
        return rows;
    }

    private static String table(Class<? extends Fact> type) {
        return Shape.of(type).table();
    }

    /** Another database, made by the migrations and never used. */
    public static DataSource fresh() {
        new JdbcTemplate(SHARED).execute("drop database if exists fresh with (force)");
        new JdbcTemplate(SHARED).execute("create database fresh template template0");
        return migrated("fresh");
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static DataSource migrated(String name) {
        DataSource database = SERVER.getDatabase("postgres", name);
        migrate(database, "V100__read_tables.sql");
        migrate(database, "V101__rebuild.sql");
        migrate(database, "V104__losses.sql");
        migrate(database, "V106__circumstances.sql");
        return database;
    }

    private static void migrate(DataSource database, String name) {
        try (InputStream migration =
                Objects.requireNonNull(TestDatabase.class.getResourceAsStream("/db/migration/" + name))) {
            new JdbcTemplate(database).execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
