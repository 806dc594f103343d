package coop.laborfund.projections.rebuild;

import coop.laborfund.projections.fact.Projection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which projections are being rebuilt, and how far: what a rebuild that was interrupted leaves to the next. */
record RebuildRuns(JdbcTemplate jdbc) {

    private static final String MARK = """
            insert into rebuild.slice (projection, number, reached) values (?, ?, ?)
            on conflict (projection, number) do update set reached = excluded.reached""";

    /** The form that each run was begun in, by the projection's name. */
    Map<String, String> forms() {
        Map<String, String> forms = new HashMap<>();
        jdbc.query("select projection, form from rebuild.run", row -> {
            forms.put(row.getString(1), row.getString(2));
        });
        return forms;
    }

    void begin(Projection projection, String form) {
        jdbc.update("insert into rebuild.run (projection, form) values (?, ?)", projection.name(), form);
    }

    void end(String projection) {
        jdbc.update("delete from rebuild.run where projection = ?", projection);
    }

    /** Marks a slice as folded, in the transaction that wrote its rows. */
    void mark(Slice slice) {
        slice.reached()
                .keySet()
                .forEach(projection -> jdbc.update(MARK, projection.name(), slice.number(), slice.to()));
    }

    /** What the projections lack of everything up to a position, slice by slice. */
    List<Slice> pending(List<Projection> projections, long goal) {
        Map<String, Map<Long, Long>> marks = marks();
        List<Slice> pending = new ArrayList<>();
        for (long number = 0; Slice.before(number) < goal; number++) {
            long end = Slice.end(number, goal);
            Map<Projection, Long> reached = new LinkedHashMap<>();
            for (Projection projection : projections) {
                long mark = marks.getOrDefault(projection.name(), Map.of()).getOrDefault(number, Slice.before(number));
                if (mark < end) {
                    reached.put(projection, mark);
                }
            }
            if (!reached.isEmpty()) {
                pending.add(new Slice(number, reached, end));
            }
        }
        return pending;
    }

    private Map<String, Map<Long, Long>> marks() {
        Map<String, Map<Long, Long>> marks = new HashMap<>();
        jdbc.query("select projection, number, reached from rebuild.slice", row -> {
            marks.computeIfAbsent(row.getString(1), name -> new HashMap<>()).put(row.getLong(2), row.getLong(3));
        });
        return marks;
    }
}
