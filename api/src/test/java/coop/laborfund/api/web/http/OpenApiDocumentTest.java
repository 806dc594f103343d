package coop.laborfund.api.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.api.testing.TestServers;
import coop.laborfund.api.web.server.WebServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document against the code, and the committed copy of it against what is served. */
class OpenApiDocumentTest {

    /** What other programs' authors read and clients are generated from. */
    static final Path COPY = Path.of("openapi.json");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** {@code -Dlaborfund.openapi.write=true} writes the copy anew. */
    @Test
    void theCommittedCopyIsWhatIsServedAndDescribesEveryMappedPathAndMethodAndNoOther() throws Exception {
        try (WebServer server = TestServers.start(TestNodes.open())) {
            JsonNode served = JSON.readTree(
                    new Http(server.port()).get("/api/v1/openapi.json").body());
            if (Boolean.getBoolean("laborfund.openapi.write")) {
                Files.writeString(COPY, JSON.writeValueAsString(served) + "\n");
            }

            assertThat(JSON.readTree(Files.readString(COPY))).isEqualTo(served);
            assertThat(operations(served)).isEqualTo(server.mappings("/api/v1/"));
        }
    }

    private static Set<String> operations(JsonNode document) {
        Set<String> operations = new TreeSet<>();
        document.get("paths")
                .forEachEntry((path, methods) -> methods.propertyNames()
                        .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return operations;
    }
}
