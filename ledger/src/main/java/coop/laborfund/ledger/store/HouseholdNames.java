package coop.laborfund.ledger.store;

import coop.laborfund.ledger.event.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Display names of households, beside the history and erasable; no event ever bears one. */
public final class HouseholdNames {

    private static final String PUT = """
            insert into household_name (fund, household, name) values (?, ?, ?)
            on conflict (fund, household) do update set name = excluded.name""";

    private final JdbcTemplate jdbc;

    public HouseholdNames(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Sets names, of whatever they were before; doing it again changes nothing. */
    public void put(String fund, Map<String, String> namesByHousehold) {
        List<Object[]> rows = new ArrayList<>();
        // In one order always: two writers that each hold a row the other wants would wait for ever.
        new TreeMap<>(namesByHousehold).forEach((household, name) -> rows.add(new Object[] {fund, household, name}));
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(PUT, rows);
        }
    }

    public Optional<String> find(String fund, String household) {
        return jdbc
                .queryForList(
                        "select name from household_name where fund = ? and household = ?",
                        String.class,
                        fund,
                        household)
                .stream()
                .findFirst();
    }

    /** All of a fund's names by household, in the order of their ids. */
    public SortedMap<String, String> of(String fund) {
        SortedMap<String, String> names = new TreeMap<>(Ids.ORDER);
        jdbc.query(
                "select household, name from household_name where fund = ?",
                row -> {
                    names.put(row.getString(1), row.getString(2));
                },
                fund);
        return names;
    }
}
