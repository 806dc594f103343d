package coop.laborfund.api.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.proof.KeptHeads;
import coop.laborfund.api.proof.KeyStatus;
import coop.laborfund.api.proof.KnownKey;
import coop.laborfund.api.proof.LedgerIdentity;
import coop.laborfund.api.proof.PackVerifier;
import coop.laborfund.api.proof.VerifyProgress;
import coop.laborfund.api.testing.Databases;
import coop.laborfund.api.testing.InventedHistory;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.api.testing.TestServers;
import coop.laborfund.api.web.server.WebServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Heads, key and pack as other programs get them. */
class ProofHttpTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder = Path.of("");

    /** Of a ledger that another data directory has the key of. */
    @Test
    void withoutTheKeyQuestionsAreAnsweredAndPacksRefused() throws Exception {
        PostgresAccess database = Databases.create();
        try (LedgerNode first = LedgerNode.open(database, TestNodes.CLOCK)) {
            TestNodes.importText(first, ImportMode.ACCEPT_VALID, InventedHistory.csv(4, 4, 2024, 1));
            LedgerIdentity identity = first.identity(folder.resolve("first"));
            String pem = identity.signing().verifying().pem();
            KeyStatus key = identity.published().orElseThrow();
            try (WebServer server = TestServers.start(LedgerNode.open(database, TestNodes.CLOCK))) {
                Http http = new Http(server.port());
                HttpResponse<String> pack = http.get("/api/v1/funds/F1/pack");
                assertThat(pack.statusCode()).isEqualTo(503);
                assertThat(JSON.readTree(pack.body()).get("code").asString()).isEqualTo("SIGNING_KEY");
                assertThat(pack.body()).contains(key.fingerprint(), "--data", "which is not here");
                assertThat(http.get("/api/v1/public-key").body()).isEqualTo(pem);
                String code = first.history().heads().getFirst().code();
                for (String page : List.of("/funds/F1", "/funds/F1/history")) {
                    assertThat(http.get(page).body()).as(page).contains(code, key.code(), key.fingerprint());
                }
            }
        }
    }

    @Test
    void headsKeyAndPackBelongTogether() throws Exception {
        LedgerNode node = TestNodes.open();
        TestNodes.importText(node, ImportMode.ACCEPT_VALID, InventedHistory.csv(4, 4, 2024, 1));
        String code = node.history().heads().getFirst().code();
        try (WebServer server = TestServers.start(node)) {
            Http http = new Http(server.port());
            String heads = http.get("/api/v1/heads").body();
            JsonNode head = JSON.readTree(heads).get(0);
            assertThat(head.propertyNames()).containsExactly("fund", "events", "position", "hash", "recordedAt");

            Path key = Files.writeString(
                    folder.resolve("key.pem"), http.get("/api/v1/public-key").body());
            Path kept = Files.writeString(folder.resolve("heads"), heads);
            URI address = URI.create("http://127.0.0.1:" + server.port() + "/api/v1/funds/F1/pack");
            Path pack = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address).build(),
                            HttpResponse.BodyHandlers.ofFile(folder.resolve("pack.zip")))
                    .body();
            assertThat(PackVerifier.verify(
                                    pack,
                                    KnownKey.of(key.toString()),
                                    KeptHeads.read(List.of(kept)),
                                    VerifyProgress.NONE)
                            .findings())
                    .isEmpty();

            assertThat(http.get("/funds/F1").body()).contains(code);
            assertThat(http.get("/api/v1/funds/nowhere/pack").statusCode()).isEqualTo(404);
        }
    }
}
