package coop.laborfund.projections.rebuild;

import coop.laborfund.projections.fact.Projections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What PostgreSQL knows of the read tables beside their rows. */
final class Catalogue {

    private static final List<String> QUESTIONS = List.of(
            """
            select concat_ws(' ', attnum, attname, format_type(atttypid, atttypmod), attcollation, attnotnull, attstorage,
                             attcompression, attstattarget, attoptions, attacl,
                             (select pg_get_expr(adbin, adrelid) from pg_attrdef where adrelid = attrelid and adnum = attnum))
              from pg_attribute where attrelid = ?::regclass and attnum > 0""",
            "select concat_ws(' ', conname, contype, convalidated, pg_get_constraintdef(oid)) from pg_constraint"
                    + " where conrelid = ?::regclass",
            """
            select concat_ws(' ', pg_get_indexdef(indexrelid), indisprimary, indisunique, indisvalid, indisready, indcollation,
                             (select conname from pg_constraint where conindid = indexrelid))
              from pg_index where indrelid = ?::regclass""",
            "select concat_ws(' ', tgname, pg_get_triggerdef(oid)) from pg_trigger where tgrelid = ?::regclass",
            "select pg_get_statisticsobjdef(oid) from pg_statistic_ext where stxrelid = ?::regclass",
            """
            select concat_ws(' ', relnamespace::regnamespace, relname, relkind, relpersistence, reloptions, relam, relreplident,
                             pg_get_userbyid(relowner), obj_description(oid, 'pg_class'),
                             (select array_agg(a::text order by a::text) from aclexplode(relacl) a where a.grantee <> relowner))
              from pg_class where oid = ?::regclass""");

    private Catalogue() {}

    static Map<String, List<List<String>>> of(DataSource database) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        Map<String, List<List<String>>> tables = new TreeMap<>();
        for (String table : NewTables.of(Projections.ALL)) {
            tables.put(
                    table,
                    QUESTIONS.stream()
                            .map(question -> jdbc.queryForList(question, String.class, table).stream()
                                    .sorted()
                                    .toList())
                            .toList());
        }
        return tables;
    }

    /** What a rebuild that did not end leaves behind. */
    static List<String> leftovers(DataSource database) {
        return new JdbcTemplate(database)
                .queryForList(
                        "select relname from pg_class where relnamespace = 'rebuild'::regnamespace"
                                + " and relname not in ('run', 'run_pkey', 'slice', 'slice_pkey')"
                                + " union all select projection from rebuild.run",
                        String.class);
    }
}
