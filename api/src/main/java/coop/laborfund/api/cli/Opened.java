package coop.laborfund.api.cli;

import coop.laborfund.api.app.OpenLedger;
import coop.laborfund.ledger.door.Requester;

/**
 * A ledger open for one command.
 *
 * @param part what of it the command is about
 * @param requester who runs the command
 */
record Opened<T>(T part, Requester requester, OpenLedger ledger) implements AutoCloseable {

    @Override
    public void close() {
        ledger.close();
    }
}
