package coop.laborfund.ledger.store;

import coop.laborfund.ledger.json.StateJson;
import java.util.Optional;
import javax.sql.DataSource;

/** The snapshots as they are kept, to be held against what events give. */
public final class KeptSnapshots {

    private final Database database;

    public KeptSnapshots(DataSource source) {
        database = new Database(source);
    }

    /**
     * A fund's state as it is kept.
     *
     * @param sequence the number of the last event that is in it
     * @param data in the form of {@link StateJson}
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Snapshot(long sequence, byte[] data) {}

    /** A fund's snapshot in the form of today; empty where it has none. */
    public Optional<Snapshot> of(String fund) {
        return database.ask(jdbc -> jdbc.sql("select sequence, data from snapshot where fund = ? and revision = ?")
                .params(fund, StateJson.REVISION)
                .query((row, number) -> new Snapshot(row.getLong(1), row.getBytes(2)))
                .optional());
    }
}
