package coop.laborfund.api.app;

import coop.laborfund.api.proof.Protections;
import coop.laborfund.api.proof.Protections.Right;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import javax.sql.DataSource;

/**
 * A look whether a database's tables and rights are this program's already, so that Flyway, which takes longer to load than most
 * questions take to answer, is only asked where something is to be done or said. It changes nothing and explains nothing.
 */
final class CurrentSchema {

    private static final String FOLDER = "/db/migration/";

    /** This program's steps in their order; a test compares them with the folder. */
    static final List<String> STEPS = List.of(
            "V1__event_store.sql",
            "V100__read_tables.sql",
            "V101__rebuild.sql",
            "V102__chain.sql",
            "V103__streams.sql",
            "V104__losses.sql",
            "V105__bank_text.sql",
            "V106__circumstances.sql",
            "V107__event_circumstances.sql",
            "V108__signing_keys.sql");

    /** What Flyway wrote down of each step that it took. */
    private static final String TAKEN =
            "select script || ' ' || checksum || ' ' || success from flyway_schema_history order by installed_rank";

    /**
     * Whether the program's role has all that afterMigrate.sql gives it. What it has beyond that is not taken away in silence: who
     * looks at the protections is told of it.
     */
    private static final String RIGHTS = """
            select pg_has_role(current_user, 'laborfund_app', 'member')
                and has_schema_privilege('laborfund_app', current_schema(), 'usage')
                and not exists (select from unnest(?::text[], ?::text[]) wanted(relation, privilege)
                    where not coalesce(has_table_privilege(
                        'laborfund_app', to_regclass(format('%I.%I', current_schema(), relation))::oid, privilege), false))
            """;

    private CurrentSchema() {}

    /** False where it is not, or cannot be seen: an empty database has no such table, and a new server no such role. */
    static boolean isIn(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> taken = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(TAKEN)) {
                while (rows.next()) {
                    taken.add(String.valueOf(rows.getString(1)));
                }
            }
            if (!taken.equals(STEPS.stream().map(CurrentSchema::taken).toList())) {
                return false;
            }
            return hasRights(connection);
        } catch (SQLException notToBeSeen) {
            return false;
        }
    }

    private static boolean hasRights(Connection connection) throws SQLException {
        List<Right> rights = Protections.rights();
        Object[] tables = rights.stream().map(Right::table).toArray();
        Object[] privileges = rights.stream().map(Right::privilege).toArray();
        try (PreparedStatement asked = connection.prepareStatement(RIGHTS)) {
            asked.setArray(1, connection.createArrayOf("text", tables));
            asked.setArray(2, connection.createArrayOf("text", privileges));
            try (ResultSet row = asked.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static String taken(String step) {
        return step + " " + checksum(step) + " true";
    }

    /** As Flyway takes it: over the lines, whatever ends them. */
    private static int checksum(String step) {
        CRC32 sum = new CRC32();
        try (InputStream content =
                        Objects.requireNonNull(CurrentSchema.class.getResourceAsStream(FOLDER + step), step);
                BufferedReader lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new IllegalStateException(step, unreadable);
        }
        return (int) sum.getValue();
    }
}
