package coop.laborfund.ledger.store;

import coop.laborfund.ledger.event.Ids;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Display names of households, beside the history and erasable; no event ever bears one. Every method throws
 * {@link coop.laborfund.ledger.door.DatabaseFailedException} where the database fails.
 */
public final class HouseholdNames {

    /** Not waited for: what a movement is recorded by is committed after it, and so never without it. */
    private static final String PUT = """
            with unhurried as materialized (select set_config('synchronous_commit', 'off', true))
            insert into household_name (fund, household, name)
            select ?, named.household, named.name
              from unhurried cross join unnest(?::text[], ?::text[]) named(household, name)
            on conflict (fund, household) do update set name = excluded.name""";

    private final Database database;

    public HouseholdNames(DataSource dataSource) {
        this.database = new Database(dataSource);
    }

    /** Sets names, of whatever they were before; doing it again changes nothing. */
    public void put(String fund, Map<String, String> namesByHousehold) {
        if (!namesByHousehold.isEmpty()) {
            // In one order always: two writers that each hold a row the other wants would wait for ever.
            SortedMap<String, String> names = new TreeMap<>(namesByHousehold);
            database.ask(jdbc -> jdbc.sql(PUT)
                    .params(
                            fund,
                            names.keySet().toArray(String[]::new),
                            names.values().toArray(String[]::new))
                    .update());
        }
    }

    public Optional<String> find(String fund, String household) {
        return database.ask(jdbc -> jdbc.sql("select name from household_name where fund = ? and household = ?")
                .params(fund, household)
                .query(String.class)
                .optional());
    }

    /** All of a fund's names by household, in the order of their ids. */
    public SortedMap<String, String> of(String fund) {
        SortedMap<String, String> names = new TreeMap<>(Ids.ORDER);
        database.ask(jdbc -> jdbc.sql("select household, name from household_name where fund = ?")
                        .param(fund)
                        .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                        .list())
                .forEach(named -> names.put(named.getKey(), named.getValue()));
        return names;
    }
}
