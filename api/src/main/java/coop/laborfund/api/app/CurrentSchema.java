package coop.laborfund.api.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
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
            "V107__event_circumstances.sql");

    /** What Flyway wrote down of each step that it took. */
    private static final String TAKEN =
            "select script || ' ' || checksum || ' ' || success from flyway_schema_history order by installed_rank";

    /** Whether the program's role is as afterMigrate.sql makes it. */
    private static final String RIGHTS = """
            select pg_has_role(current_user, 'laborfund_app', 'member')
                and has_schema_privilege('laborfund_app', current_schema(), 'usage')
                and exists (select from pg_default_acl
                    where defaclnamespace = current_schema()::regnamespace and defaclobjtype = 'r'
                    and defaclrole = current_user::regrole)
                and not exists (select from pg_class t
                    where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')
                    and not case
                        when relname in ('event', 'seal') then has_table_privilege('laborfund_app', oid, 'select')
                            and has_table_privilege('laborfund_app', oid, 'insert')
                            and not has_table_privilege('laborfund_app', oid, 'update, delete, truncate')
                        when relname = 'flyway_schema_history' then has_table_privilege('laborfund_app', oid, 'select')
                            and not has_table_privilege('laborfund_app', oid, 'insert, update, delete')
                        else has_table_privilege('laborfund_app', oid, 'select')
                            and has_table_privilege('laborfund_app', oid, 'insert')
                            and has_table_privilege('laborfund_app', oid, 'update')
                            and has_table_privilege('laborfund_app', oid, 'delete')
                        end)
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
            try (ResultSet row = statement.executeQuery(RIGHTS)) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException notToBeSeen) {
            return false;
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
