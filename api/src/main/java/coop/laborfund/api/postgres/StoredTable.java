package coop.laborfund.api.postgres;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as its rows are carried away and brought back.
 *
 * @param columns those that a row is written with; what PostgreSQL computes by itself is not among them
 * @param order by which its rows are written, so that the same rows give the same bytes
 */
public record StoredTable(String name, List<String> columns, List<String> order) {

    String quotedName() {
        return quoted(name);
    }

    String quotedColumns() {
        return quoted(columns);
    }

    /** What gives its rows in their order. */
    String select() {
        return "select " + quotedColumns() + " from " + quotedName() + " order by " + quoted(order);
    }

    private static String quoted(List<String> names) {
        return names.stream().map(StoredTable::quoted).collect(Collectors.joining(", "));
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
