package coop.laborfund.projections.store;

import coop.laborfund.ledger.store.BinaryRows;
import coop.laborfund.projections.fact.Fact;
import coop.laborfund.projections.fact.Shape;
import coop.laborfund.projections.fact.Shape.Column;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into their tables, by {@code COPY}: the fastest road PostgreSQL has, for one event as for a
 * million.
 */
public final class RowCopy {

    private final Map<Class<? extends Fact>, Table> tables = new LinkedHashMap<>();

    public void add(Fact fact) {
        tables.computeIfAbsent(fact.getClass(), Table::of).add(fact);
    }

    /** Writes what there is into the tables that the connection finds by their names; returns the number of rows. */
    public long into(Connection connection) throws SQLException {
        return into(connection, 0);
    }

    /** The same for those tables alone whose rows have more bytes than this. */
    public long into(Connection connection, int bytes) throws SQLException {
        long rows = 0;
        for (Table table : tables.values()) {
            if (table.rows.size() > bytes) {
                rows += table.into(connection);
            }
        }
        return rows;
    }

    private record Table(String copy, List<SqlValues.Encoder> encoders, BinaryRows rows) {

        static Table of(Class<? extends Fact> type) {
            Shape<?> shape = Shape.of(type);
            String columns = shape.columns().stream().map(Column::name).collect(Collectors.joining(", "));
            return new Table(
                    "copy " + shape.table() + " (" + columns + ") from stdin (format binary)",
                    shape.columns().stream()
                            .map(column -> SqlValues.encoder(column.type()))
                            .toList(),
                    new BinaryRows());
        }

        void add(Fact fact) {
            @Nullable Object[] values = Shape.values(fact);
            rows.row(values.length);
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                if (value == null) {
                    rows.none();
                } else {
                    encoders.get(i).write(rows, value);
                }
            }
        }

        long into(Connection connection) throws SQLException {
            CopyIn stream = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
            try {
                BinaryRows.begin(stream);
                long written = rows.writeTo(stream);
                BinaryRows.end(stream);
                stream.endCopy();
                return written;
            } finally {
                if (stream.isActive()) {
                    stream.cancelCopy();
                }
            }
        }
    }
}
