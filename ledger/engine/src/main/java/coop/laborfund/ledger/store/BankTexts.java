package coop.laborfund.ledger.store;

import coop.laborfund.ledger.event.Ids;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * What the bank wrote on the lines of its statement, beside the history and erasable; no event ever bears one. Every method throws
 * {@link coop.laborfund.ledger.door.DatabaseFailedException} where the database fails.
 */
public final class BankTexts {

    /** Not waited for: what a line is recorded by is committed after it, and so never without it. */
    private static final String PUT = """
            with unhurried as materialized (select set_config('synchronous_commit', 'off', true))
            insert into bank_text (fund, ref, text)
            select ?, written.ref, written.text
              from unhurried cross join unnest(?::text[], ?::text[]) written(ref, text)
            on conflict (fund, ref) do update set text = excluded.text""";

    private final Database database;

    public BankTexts(DataSource dataSource) {
        this.database = new Database(dataSource);
    }

    /** Sets texts by the refs of their lines; doing it again changes nothing. */
    public void put(String fund, Map<String, String> textsByRef) {
        if (!textsByRef.isEmpty()) {
            // In one order always: two writers that each hold a row the other wants would wait for ever.
            SortedMap<String, String> texts = new TreeMap<>(textsByRef);
            database.ask(jdbc -> jdbc.sql(PUT)
                    .params(
                            fund,
                            texts.keySet().toArray(String[]::new),
                            texts.values().toArray(String[]::new))
                    .update());
        }
    }

    /** All of a fund's by the refs of their lines, in the order of those. */
    public SortedMap<String, String> of(String fund) {
        SortedMap<String, String> texts = new TreeMap<>(Ids.ORDER);
        database.ask(jdbc -> jdbc.sql("select ref, text from bank_text where fund = ?")
                        .param(fund)
                        .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                        .list())
                .forEach(written -> texts.put(written.getKey(), written.getValue()));
        return texts;
    }
}
