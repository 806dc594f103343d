package coop.laborfund.ledger.store;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * What the database's catalogue says of the ledger's tables and of all that protects them, one line a thing. Texts that PostgreSQL
 * writes differently from version to version are left out or stand as the texts that the migrations gave.
 */
public final class SchemaCatalog {

    /** In the ledger's schema and in that of rebuilds, which is called so everywhere. */
    private static final String TABLES = """
            with ours as (
                select c.oid, c.relname, c.relkind, c.relowner, c.relacl, c.relrowsecurity, c.relforcerowsecurity,
                       c.relpersistence, c.reloptions,
                       case n.nspname when 'rebuild' then 'rebuild.' else '' end || c.relname as name
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname = current_schema() and c.relname = any(?) and c.relkind in ('r', 'p', 'v', 'm', 'f')
                    or n.nspname = 'rebuild' and c.relname in ('run', 'slice')),
            owner as (
                select relowner as oid from pg_class
                 where relnamespace = current_schema()::regnamespace and relname = 'flyway_schema_history')
            """;

    private static final String PARTS = """
            select 'table ' || t.name as name,
                   concat_ws(' ', t.relkind, t.relpersistence,
                       case when t.relowner = (select oid from owner) and pg_get_userbyid(t.relowner) <> 'laborfund_app'
                            then 'owner' else pg_get_userbyid(t.relowner) end,
                       case when t.relrowsecurity or t.relforcerowsecurity then 'row security' end) as definition
              from ours t
            union all
            select 'column ' || t.name || '.' || a.attname,
                   concat_ws(' ', format_type(a.atttypid, a.atttypmod), l.collname,
                       case when a.attnotnull then 'not null' end,
                       'default ' || pg_get_expr(d.adbin, d.adrelid, true),
                       nullif(a.attidentity, ''), nullif(a.attgenerated, ''))
              from ours t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
              left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
              left join pg_collation l on l.oid = a.attcollation and l.collname <> 'default'
             where t.relkind <> 'v'
            union all
            -- What is not null stands at the columns; newer versions have it here too.
            select 'constraint ' || t.name || '.' || c.conname,
                   pg_get_constraintdef(c.oid, true) || case when c.convalidated then '' else ' not validated' end
              from ours t join pg_constraint c on c.conrelid = t.oid and c.contype in ('p', 'u', 'x', 'f', 'c')
            union all
            select 'index ' || t.name || '.' || i.relname,
                   pg_get_indexdef(x.indexrelid, 0, true)
                       || case when x.indisvalid and x.indisready and x.indislive then '' else ' invalid' end
              from ours t join pg_index x on x.indrelid = t.oid join pg_class i on i.oid = x.indexrelid
            union all
            select 'trigger ' || t.name || '.' || g.tgname, pg_get_triggerdef(g.oid, true) || ' ' || case g.tgenabled
                       when 'O' then 'enabled' when 'D' then 'disabled' when 'R' then 'enabled on replicas alone'
                       when 'A' then 'enabled always' else g.tgenabled::text end
              from ours t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal
            union all
            select 'rule ' || t.name || '.' || r.rulename, pg_get_ruledef(r.oid, true) || ' ' || r.ev_enabled::text
              from ours t join pg_rewrite r on r.ev_class = t.oid where r.rulename <> '_RETURN'
            union all
            select 'view ' || t.name, concat_ws(' ',
                       encode(sha256(convert_to(regexp_replace(pg_get_viewdef(t.oid, true), '\\s+', ' ', 'g'), 'UTF8')), 'hex'),
                       array_to_string(t.reloptions, ','))
              from ours t where t.relkind in ('v', 'm')
            union all
            select 'policy ' || t.name || '.' || p.polname, concat_ws(' ', p.polcmd, pg_get_expr(p.polqual, p.polrelid),
                       pg_get_expr(p.polwithcheck, p.polrelid))
              from ours t join pg_policy p on p.polrelid = t.oid
            union all
            -- Each function by what it was written as; also another one that is called with the same name.
            select 'function ' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
                   concat_ws(' ', pg_get_function_result(p.oid), l.lanname, p.provolatile,
                       case when p.prosecdef then 'security definer' end, array_to_string(p.proconfig, ','),
                       encode(sha256(convert_to(p.prosrc, 'UTF8')), 'hex'))
              from pg_proc p join pg_language l on l.oid = p.prolang
             where p.pronamespace = current_schema()::regnamespace and p.proname = any(?)
               and not exists (select from pg_depend where objid = p.oid and deptype = 'e')
            """;

    /** To read is nobody's harm to the history: of that only the program's right is told, and everybody's. */
    private static final String RIGHTS = """
            union all
            select 'grant ' || t.name || ' ' || coalesce(nullif(g.grantee, 0)::regrole::text, 'PUBLIC') || ' ' || g.privilege_type,
                   case when g.is_grantable then 'with grant option' else '' end
              from ours t, aclexplode(t.relacl) g
             where g.grantee <> t.relowner
               and (g.privilege_type <> 'SELECT' or g.grantee in (0, 'laborfund_app'::regrole))
            union all
            select 'grant ' || t.name || '.' || a.attname || ' ' || coalesce(nullif(g.grantee, 0)::regrole::text, 'PUBLIC')
                       || ' ' || g.privilege_type, ''
              from ours t join pg_attribute a on a.attrelid = t.oid, aclexplode(a.attacl) g
             where g.grantee <> t.relowner and g.privilege_type <> 'SELECT'
            union all
            select 'grant schema ' || coalesce(nullif(g.grantee, 0)::regrole::text, 'PUBLIC') || ' ' || g.privilege_type, ''
              from pg_namespace n, aclexplode(n.nspacl) g
             where n.nspname = current_schema()
               and (g.grantee = 'laborfund_app'::regrole or g.grantee = 0 and g.privilege_type = 'CREATE')
            union all
            select 'default grant ' || d.defaclobjtype::text || ' ' || coalesce(nullif(g.grantee, 0)::regrole::text, 'PUBLIC')
                       || ' ' || g.privilege_type, ''
              from pg_default_acl d, aclexplode(d.defaclacl) g
             where d.defaclnamespace = current_schema()::regnamespace and g.grantee in (0, 'laborfund_app'::regrole)
            union all
            select 'role laborfund_app', concat_ws(' ', case when rolsuper then 'superuser' end,
                       case when rolcanlogin then 'login' end, case when rolcreaterole then 'createrole' end,
                       case when rolcreatedb then 'createdb' end, case when rolreplication then 'replication' end,
                       case when rolbypassrls then 'bypassrls' end)
              from pg_roles where rolname = 'laborfund_app'
            union all
            select 'role laborfund_app in ' || roleid::regrole, ''
              from pg_auth_members where member = 'laborfund_app'::regrole
            union all
            select 'setting session_replication_role', current_setting('session_replication_role')
            """;

    private final Database database;

    public SchemaCatalog(DataSource source) {
        database = new Database(source);
    }

    /**
     * Each thing by its name.
     *
     * @param tables tables and views in the ledger's schema; others there are not looked at
     * @param functions likewise
     */
    public SortedMap<String, String> lines(Collection<String> tables, Collection<String> functions) {
        SortedMap<String, String> lines = new TreeMap<>();
        database.ask(jdbc -> jdbc.sql(TABLES + PARTS + RIGHTS)
                        .param(tables.toArray(String[]::new))
                        .param(functions.toArray(String[]::new))
                        .query((row, index) -> new String[] {row.getString(1), row.getString(2)})
                        .list())
                .forEach(line -> lines.put(line[0], line[1]));
        return lines;
    }

    /** The tables, views and functions of the ledger's schema, whosever they are. */
    public Names names() {
        return new Names(
                all("select relname from pg_class where relnamespace = current_schema()::regnamespace"
                        + " and relkind in ('r', 'p', 'v', 'm', 'f') and relname <> 'flyway_schema_history'"),
                all("select distinct proname from pg_proc where pronamespace = current_schema()::regnamespace"));
    }

    private Collection<String> all(String query) {
        return database.ask(jdbc -> jdbc.sql(query).query(String.class).list());
    }

    /** What a schema holds. */
    public record Names(Collection<String> tables, Collection<String> functions) {}
}
