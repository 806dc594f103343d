package coop.laborfund.ledger.store;

import java.sql.SQLException;

/** A way to write events into the history, in the transaction that is under way; closed without a commit it has written nothing. */
interface EventRows extends AutoCloseable {

    void add(ChainedEvent event) throws SQLException;

    /** Returns when what was added is kept. */
    void commit() throws SQLException;

    @Override
    void close() throws SQLException;
}
