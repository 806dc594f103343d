package coop.laborfund.ledger.store;

import java.sql.SQLException;

/** A way to write events into the history, in the transaction that is under way; closed without a commit it has written nothing. */
interface EventRows extends AutoCloseable {

    void add(ChainedEvent event) throws SQLException;

    /**
     * Ends the transaction.
     *
     * @return whether what was added is kept; if not, nothing is, and something stood in the way
     */
    boolean commit() throws SQLException;

    @Override
    void close() throws SQLException;
}
