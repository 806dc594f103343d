package coop.laborfund.api.testing;

import coop.laborfund.api.recording.Requesters;
import coop.laborfund.api.web.server.WebServer;

/** Servers for tests, on any free port, each with the signing key of its ledger. */
public final class TestServers {

    private TestServers() {}

    public static WebServer start(LedgerNode node) {
        return WebServer.start(node.opened(), new Requesters("http"), "127.0.0.1", 0);
    }
}
