package coop.laborfund.api.proof;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.testing.Databases;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.ledger.store.SchemaCatalog;
import coop.laborfund.projections.fact.Projections;
import coop.laborfund.projections.rebuild.RebuildProgress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Whatever takes a protection of the database away, or puts something in its way, is named. */
class ProtectionsTest {

    private static final Path MADE = Path.of("src", "main", "resources", "proof", "protections.tsv");

    private static List<LedgerNode> held = List.of();
    private static SingleConnectionDataSource owner = new SingleConnectionDataSource();

    @BeforeAll
    static void migrate() {
        PostgresAccess database = Databases.create();
        JdbcTarget target = database.target();
        owner = new SingleConnectionDataSource(target.url(), target.user(), target.password(), true);
        owner.setAutoCommit(true);
        held = List.of(LedgerNode.open(database, TestNodes.CLOCK));
        new JdbcTemplate(owner)
                .execute(
                        "create table others (id int); create function others() returns int language sql as 'select 1'");
    }

    @AfterAll
    static void close() {
        held.forEach(LedgerNode::close);
        owner.destroy();
    }

    /** From what all migrations make of an empty database: -Dlaborfund.write-docs=true writes it. */
    @Test
    void whatTheMigrationsMakeIsWrittenDown() throws Exception {
        SchemaCatalog catalog = new SchemaCatalog(owner);
        SchemaCatalog.Names names = catalog.names();
        SortedMap<String, String> lines = catalog.lines(
                names.tables().stream().filter(name -> !name.equals("others")).toList(),
                names.functions().stream()
                        .filter(name -> !name.equals("others"))
                        .toList());
        String made = lines.entrySet().stream()
                .map(line -> line.getKey() + "\t" + line.getValue() + "\n")
                .collect(Collectors.joining());
        if (Boolean.getBoolean("laborfund.write-docs")) {
            Files.writeString(MADE, made);
        }
        assertThat(MADE).hasContent(made);
        assertThat(lines.keySet().stream().collect(Collectors.groupingBy(name -> name.replaceAll(" .*", ""))))
                .hasEntrySatisfying("table", tables -> assertThat(tables).hasSizeGreaterThan(30))
                .hasEntrySatisfying("trigger", triggers -> assertThat(triggers).hasSize(3))
                .containsKeys("column", "constraint", "index", "function", "view", "grant", "role", "setting")
                .doesNotContainKeys("rule", "policy", "default");
    }

    @Test
    void anUntouchedDatabaseHasNone() {
        assertThat(differences("select 1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "alter table event disable trigger event_is_kept | trigger event.event_is_kept | disabled",
                "alter table event enable replica trigger event_is_kept | trigger event.event_is_kept | on replicas alone",
                "alter table seal disable trigger all | trigger seal.seal_is_kept | disabled",
                "drop trigger event_is_kept on event | trigger event.event_is_kept | is missing",
                "create or replace function event_is_kept() returns trigger language plpgsql as 'begin return null; end' "
                        + "| function event_is_kept() | was changed",
                "create schema elsewhere; create function elsewhere.event_is_kept() returns trigger language plpgsql as "
                        + "'begin return null; end'; drop trigger event_is_kept on event; create trigger event_is_kept before update or "
                        + "delete or truncate on event for each statement execute function elsewhere.event_is_kept() "
                        + "| trigger event.event_is_kept | elsewhere.event_is_kept",
                "create trigger more before insert on event for each row execute function event_is_kept() "
                        + "| trigger event.more | did not make",
                "alter table event drop constraint event_fund_ref | constraint event.event_fund_ref | is missing",
                "alter table event drop constraint event_of_fund_has_ref; alter table event add constraint event_of_fund_has_ref "
                        + "check (true) | constraint event.event_of_fund_has_ref | should be",
                "drop index event_fund_reverses | index event.event_fund_reverses | is missing",
                "drop index event_fund_reverses; create index event_fund_reverses on event (kind, fund, reverses) where "
                        + "reverses is not null | index event.event_fund_reverses | should be",
                "update pg_index set indisvalid = false where indexrelid = 'event_fund_reverses'::regclass "
                        + "| index event.event_fund_reverses | invalid",
                "alter table event alter column hash drop not null | column event.hash | not null",
                "alter table event alter column recorded_by set default 'nobody' | column event.recorded_by | default",
                "grant update on event to laborfund_app | grant event laborfund_app UPDATE | did not make",
                "grant update on event to public | grant event PUBLIC UPDATE | did not make",
                "grant select on household_name to public | grant household_name PUBLIC SELECT | did not make",
                "grant update (payload) on event to laborfund_app | grant event.payload laborfund_app UPDATE | did not make",
                "grant trigger on signing_key to laborfund_app | grant signing_key laborfund_app TRIGGER | did not make",
                "grant create on schema public to laborfund_app | grant schema laborfund_app CREATE | did not make",
                "alter default privileges in schema public grant all on tables to laborfund_app | default grant r | did not make",
                "alter table event owner to laborfund_app | table event | owner",
                "alter role laborfund_app superuser | role laborfund_app | superuser",
                "alter role laborfund_app login | role laborfund_app | login",
                "grant pg_write_all_data to laborfund_app | role laborfund_app in pg_write_all_data | did not make",
                "create or replace function event_hash(e event) returns bytea language sql stable as 'select e.hash' "
                        + "| function event_hash(e event) | was changed",
                "create function position_at(instant timestamp) returns bigint language sql as 'select 0::bigint' "
                        + "| function position_at(instant timestamp without time zone) | did not make",
                "alter function event_canonical(event) security definer | function event_canonical(e event) | security definer",
                "create or replace view event_audit as select position, recorded_at, recorded_by, fund, sequence, ref, type, reverses, "
                        + "payload::jsonb as payload, metadata::jsonb ->> 'channel' as channel, metadata::jsonb ->> 'request' as request, "
                        + "encode(hash, 'hex') as hash, true as hash_is_right, true as follows_previous, kind from event "
                        + "| view event_audit | was changed",
                "create rule quiet as on insert to seal do instead nothing | rule seal.quiet | did not make",
                "alter table event enable row level security | table event | row security",
                "create policy visible on event using (fund <> 'F1') | policy event.visible | did not make",
                "set session_replication_role = replica | setting session_replication_role | replica",
                "drop table snapshot | table snapshot | is missing",
                "drop view event_audit | view event_audit | is missing",
            })
    void anAttackIsNamed(String attack, String name, String what) {
        assertThat(differences(attack))
                .anySatisfy(
                        finding -> assertThat(finding.english()).contains(name).contains(what))
                .anySatisfy(finding -> assertThat(finding.chinese()).contains(name));
    }

    /** Done, looked at and undone: the role is the whole server's. */
    private static List<Finding> differences(String attack) {
        JdbcTemplate jdbc = new JdbcTemplate(owner);
        jdbc.execute("begin");
        try {
            jdbc.execute(attack);
            return new Protections(new SchemaCatalog(owner)).differences();
        } finally {
            jdbc.execute("rollback");
            jdbc.execute("set session_replication_role = origin");
        }
    }

    @Test
    void rebuiltTablesAreAsTheMigrationsMadeThem() {
        held.getFirst().rebuild(Projections.ALL, RebuildProgress.NONE);
        assertThat(differences("select 1")).isEmpty();
    }

    @Test
    void theRightsThatTheProgramNeedsComeFromIt() {
        Map<String, List<String>> rights = Protections.rights().stream()
                .collect(Collectors.groupingBy(
                        Protections.Right::table,
                        Collectors.mapping(Protections.Right::privilege, Collectors.toList())));
        assertThat(rights)
                .containsEntry("event", List.of("INSERT", "SELECT"))
                .containsEntry("seal", List.of("INSERT", "SELECT"))
                .containsEntry("signing_key", List.of("INSERT", "SELECT"))
                .containsEntry("event_audit", List.of("SELECT"))
                .containsEntry("movement", List.of("DELETE", "INSERT", "SELECT", "UPDATE"));
    }
}
