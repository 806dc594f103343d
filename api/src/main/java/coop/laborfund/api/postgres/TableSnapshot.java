package coop.laborfund.api.postgres;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.postgresql.PGConnection;

/**
 * A database's tables as they were at one moment. Whoever writes meanwhile is neither seen nor kept waiting; whatever was committed
 * before it began is seen. Holds a connection of its own until it is closed; one thread at a time.
 */
public final class TableSnapshot implements AutoCloseable {

    /** So that the same rows are the same text, whoever asks, and on whatever server. */
    private static final String FORMS = "set local timezone = 'UTC'; set local datestyle = 'ISO';"
            + " set local intervalstyle = 'postgres'; set local bytea_output = 'hex'; set local extra_float_digits = 1";

    private static final String TABLES = """
            select t.relname,
                   (select array_agg(c.attname::text order by c.attnum) from pg_attribute c
                     where c.attrelid = t.oid and c.attnum > 0 and not c.attisdropped and c.attgenerated = ''),
                   (select array_agg(c.attname::text order by k.place)
                      from pg_index i
                      cross join lateral unnest(i.indkey) with ordinality k(attnum, place)
                      join pg_attribute c on c.attrelid = t.oid and c.attnum = k.attnum
                     where i.indrelid = t.oid and i.indisprimary and k.place <= i.indnkeyatts)
              from pg_class t
             where t.relnamespace = current_schema()::regnamespace and t.relkind in ('r', 'p') and not t.relispartition
             order by t.relname collate "C"
            """;

    private final Connection connection;

    private TableSnapshot(Connection connection) {
        this.connection = connection;
    }

    /** @throws SQLException where the database cannot be reached or fails */
    public static TableSnapshot begin(JdbcTarget target) throws SQLException {
        Connection connection = target.connect();
        try {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (Statement statement = connection.createStatement()) {
                statement.execute(FORMS);
                // The moment is that of the first question.
                statement.execute("select pg_current_snapshot()");
            }
            return new TableSnapshot(connection);
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /** For other questions about the same moment; it stays this snapshot's. */
    public Connection connection() {
        return connection;
    }

    /** The tables of the schema that the program works in, by name. */
    public List<StoredTable> tables(Set<String> without) throws SQLException {
        List<StoredTable> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                String name = rows.getString(1);
                if (!without.contains(name)) {
                    List<String> columns = names(rows, 2);
                    List<String> key = names(rows, 3);
                    tables.add(new StoredTable(name, columns, key.isEmpty() ? columns : key));
                }
            }
        }
        return tables;
    }

    private static List<String> names(ResultSet row, int column) throws SQLException {
        java.sql.Array names = row.getArray(column);
        return names == null ? List.of() : List.of((String[]) names.getArray());
    }

    /**
     * Writes the table's rows as COPY's text: a line each.
     *
     * @return how many rows
     */
    public long write(StoredTable table, OutputStream out) throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (" + table.select() + ") to stdout", out);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
