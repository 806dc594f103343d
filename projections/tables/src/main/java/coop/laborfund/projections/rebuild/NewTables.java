package coop.laborfund.projections.rebuild;

import coop.laborfund.projections.fact.Journal.Reversal;
import coop.laborfund.projections.fact.Projection;
import coop.laborfund.projections.fact.Shape;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables that are being filled. They stand in a schema of their own, so that they and their indexes and
 * constraints have from the beginning the names that they keep. Every method belongs into a transaction.
 */
record NewTables(JdbcTemplate jdbc, String liveSchema) {

    /** Keys and indexes of a live table, as statements that say nothing of schemas. */
    private static final String INDEXES = """
            select c.conname as name,
                   format('alter table %I add constraint %I %s', t.relname, c.conname, pg_get_constraintdef(c.oid))
              from pg_constraint c join pg_class t on t.oid = c.conrelid
             where c.conrelid = ?::regclass and c.contype in ('p', 'u', 'x')
            union all
            select i.relname, pg_get_indexdef(i.oid, 0, true)
              from pg_index x join pg_class i on i.oid = x.indexrelid
             where x.indrelid = ?::regclass
               and not exists (select from pg_constraint c where c.conindid = i.oid and c.contype in ('p', 'u', 'x'))
             order by name""";

    private static final String COLUMNS = """
            select concat_ws(' ', attnum, attname, format_type(atttypid, atttypmod), attcollation, attnotnull)
              from pg_attribute where attrelid = ?::regclass and attnum > 0 and not attisdropped order by attnum""";

    /** What others than the owner may do with a live table, as statements. */
    private static final String GRANTS = """
            select format('grant %s on rebuild.%I to %s%s', g.privilege_type, t.relname,
                          case g.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(g.grantee)) end,
                          case when g.is_grantable then ' with grant option' else '' end)
              from pg_class t, aclexplode(t.relacl) g
             where t.oid = ?::regclass and g.grantee <> t.relowner""";

    private static final String FILLED = """
            select relname from pg_class
             where relnamespace = 'rebuild'::regnamespace and relkind = 'r' and relname not in ('run', 'slice')""";

    private static final String SIZE_FIRST = """
            select relname from pg_class where relnamespace = 'rebuild'::regnamespace and relname = any(?)
             order by pg_relation_size(oid) desc""";

    /** Of one index build; a rebuild has a few at a time. */
    private static final String SORT_MEMORY = "set local maintenance_work_mem = '128MB'";

    private record Index(String name, String statement) {}

    static NewTables besideLive(JdbcTemplate jdbc) {
        String schema = jdbc.queryForObject("select quote_ident(current_schema())", String.class);
        return new NewTables(jdbc, Objects.requireNonNull(schema));
    }

    static List<String> of(Collection<Projection> projections) {
        return projections.stream()
                .flatMap(projection -> projection.facts().stream())
                .map(type -> Shape.of(type).table())
                .toList();
    }

    private String live(String table) {
        return liveSchema + "." + table;
    }

    private static String filled(String table) {
        return "rebuild." + table;
    }

    /** What the live tables of a projection look like. */
    String form(Projection projection) {
        StringBuilder form = new StringBuilder();
        for (String table : of(List.of(projection))) {
            form.append(table)
                    .append(jdbc.queryForList(COLUMNS, String.class, live(table)))
                    .append(indexes(table));
        }
        return form.toString();
    }

    boolean exist(Projection projection) {
        return of(List.of(projection)).stream().allMatch(this::exists);
    }

    private boolean exists(String name) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select to_regclass(?) is not null", Boolean.class, filled(name)));
    }

    /** Makes them like the live ones, without keys and indexes: those are made faster of all rows at once. */
    void create(Projection projection) {
        for (String table : of(List.of(projection))) {
            // Left to itself until it is whole, so that nothing waits for a vacuum of half of it.
            jdbc.execute("create table " + filled(table) + " (like " + live(table)
                    + " including all excluding indexes) with (autovacuum_enabled = false)");
        }
    }

    /** Drops every table here but these. */
    void dropAllBut(Collection<String> kept) {
        for (String table : jdbc.queryForList(FILLED, String.class)) {
            if (!kept.contains(table)) {
                jdbc.execute("drop table " + filled(table));
            }
        }
    }

    /** The tables of these projections, those with the most rows first. */
    List<String> bySize(Collection<Projection> projections) {
        Object tables = of(projections).toArray(String[]::new);
        return jdbc.queryForList(SIZE_FIRST, String.class, tables);
    }

    /** Gives a table the keys and indexes of the live one, as far as it lacks them, and statistics. */
    void index(String table) {
        jdbc.execute(SORT_MEMORY);
        List<Index> indexes = indexes(table);
        enter();
        for (Index index : indexes) {
            if (!exists(index.name)) {
                jdbc.execute(index.statement);
            }
        }
        jdbc.execute("analyze " + filled(table));
    }

    private List<Index> indexes(String table) {
        return jdbc.query(
                INDEXES, (row, number) -> new Index(row.getString(1), row.getString(2)), live(table), live(table));
    }

    /** Makes statements without a schema find these tables, and the live ones of what is not here. */
    void enter() {
        jdbc.execute("set local search_path = rebuild, " + liveSchema);
    }

    /** Puts the tables in the place of the live ones, for everybody at once when the transaction ends. */
    void replaceLive(Collection<Projection> projections) {
        List<String> tables = of(projections);
        jdbc.execute("lock table " + inReadersOrder(tables) + " in access exclusive mode");
        for (String table : tables) {
            jdbc.queryForList(GRANTS, String.class, live(table)).forEach(jdbc::execute);
            jdbc.execute("drop table " + live(table));
            jdbc.execute("alter table " + filled(table) + " reset (autovacuum_enabled)");
            jdbc.execute("alter table " + filled(table) + " set schema " + liveSchema);
        }
    }

    /** A reader that locks a table of facts and then the reversals must not meet one who has these and waits for that. */
    private String inReadersOrder(List<String> tables) {
        String reversals = Shape.of(Reversal.class).table();
        return tables.stream()
                .sorted(Comparator.comparing(reversals::equals))
                .map(this::live)
                .collect(Collectors.joining(", "));
    }
}
