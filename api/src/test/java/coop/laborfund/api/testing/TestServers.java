package coop.laborfund.api.testing;

import coop.laborfund.api.app.LedgerNode;
import coop.laborfund.api.proof.Seals;
import coop.laborfund.api.web.server.WebServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Servers for tests, on any free port, each with a signing key of its own. */
public final class TestServers {

    private TestServers() {}

    public static WebServer start(LedgerNode node) {
        return WebServer.start(node, seals(node), "127.0.0.1", 0);
    }

    /** In a new folder below {@code target}. */
    private static Seals seals(LedgerNode node) {
        try {
            Path parent = Files.createDirectories(Path.of("target", "test-keys"));
            return Seals.open(node, Files.createTempDirectory(parent, "data"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
