package coop.laborfund.api.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** Brings rows that a {@link TableSnapshot} wrote into the same tables of another database. */
public final class TableLoad {

    private static final int BUFFER = 1 << 16;

    private TableLoad() {}

    /**
     * Puts these rows in the place of the table's own, in one transaction.
     *
     * @throws SQLException where the table is another, or a row does not go in
     */
    public static void load(JdbcTarget target, StoredTable table, InputStream rows) throws SQLException, IOException {
        try (Connection connection = target.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (isAny(statement, table)) {
                // Put there by the steps that made the tables. The history's own begin empty, and refuse this.
                statement.execute("delete from " + table.quotedName());
            }
            statement.execute("set local timezone = 'UTC'; set local datestyle = 'ISO'");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table.quotedName() + " (" + table.quotedColumns() + ") from stdin", rows, BUFFER);
            countOn(statement, table);
            connection.commit();
        }
    }

    private static boolean isAny(Statement statement, StoredTable table) throws SQLException {
        try (ResultSet row = statement.executeQuery("select exists (select from " + table.quotedName() + ")")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** What numbers new rows goes on after the last one brought in. */
    private static void countOn(Statement statement, StoredTable table) throws SQLException {
        for (String column : numbered(statement, table)) {
            String quoted = StoredTable.quoted(column);
            statement.execute("select setval(pg_get_serial_sequence('"
                    + table.quotedName().replace("'", "''") + "', '"
                    + column.replace("'", "''") + "'), coalesce(max(" + quoted + "), 1), max(" + quoted
                    + ") is not null) from " + table.quotedName());
        }
    }

    private static List<String> numbered(Statement statement, StoredTable table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select attname from pg_attribute where attrelid = '"
                + table.quotedName().replace("'", "''") + "'::regclass and attidentity <> ''")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        return columns;
    }
}
