package coop.laborfund.ledger.store;

import coop.laborfund.ledger.event.StreamKind;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * One-event appends with the chain or without it, for a measurement: in this package, as nobody outside of it can choose.
 *
 * @see GroupCommit
 */
public final class Appends implements AutoCloseable {

    private final GroupCommit store;

    private Appends(GroupCommit store) {
        this.store = store;
    }

    public static Appends chained(DataSource database) {
        return new Appends(new GroupCommit(database));
    }

    public static Appends unchained(DataSource database) {
        return new Appends(new GroupCommit(
                database,
                (event, prepared, position, now, previousHash) ->
                        new ChainedEvent(event, prepared, position, previousHash, previousHash)));
    }

    /** Appends an event to a fund and returns when it is committed. */
    public void append(String fund, long sequence, String payload, String metadata) {
        store.append(List.of(new NewEvent(
                StreamKind.FUND.of(fund),
                sequence,
                UUID.randomUUID(),
                "OtherIncomeReceived",
                1,
                "bench",
                "V" + sequence,
                null,
                payload,
                metadata)));
    }

    @Override
    public void close() {
        store.close();
    }
}
