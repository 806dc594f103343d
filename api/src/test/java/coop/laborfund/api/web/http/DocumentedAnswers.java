package coop.laborfund.api.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds real answers against the OpenAPI document, and remembers which of the documented ones it has seen. */
final class DocumentedAnswers {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode document;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    private DocumentedAnswers(JsonNode document) {
        this.document = document;
    }

    static DocumentedAnswers read() throws IOException {
        return new DocumentedAnswers(JSON.readTree(Files.readString(OpenApiDocumentTest.COPY)));
    }

    /** {@code GET /api/v1/funds 200} for every status of every operation. */
    Set<String> all() {
        Set<String> all = new TreeSet<>();
        document.get("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> operation
                        .get("responses")
                        .propertyNames()
                        .forEach(status -> all.add(method.toUpperCase(Locale.ROOT) + " " + path + " " + status))));
        return all;
    }

    Set<String> seen() {
        return new TreeSet<>(seen);
    }

    /** Fails unless the document has this answer: its status, its media type, and its body by the schema. */
    void check(HttpResponse<String> answer) {
        String method = answer.request().method();
        String path = template(answer.request().uri().getRawPath());
        String name = method + " " + path + " " + answer.statusCode();
        JsonNode documented = document.get("paths")
                .path(path)
                .path(method.toLowerCase(Locale.ROOT))
                .path("responses")
                .path(String.valueOf(answer.statusCode()));
        assertThat(documented.isMissingNode())
                .as("undocumented: %s %s", name, answer.body())
                .isFalse();
        String type = answer.headers().firstValue("Content-Type").orElse("");
        JsonNode content = documented.path("content").path(type);
        assertThat(content.isMissingNode())
                .as("undocumented: %s with %s", name, type)
                .isFalse();
        if (!answer.body().isEmpty() && type.matches("application/(problem\\+)?json")) {
            List<Error> errors = schemas.computeIfAbsent(name + type, key -> schema(content.get("schema")))
                    .validate(JSON.readTree(answer.body()));
            assertThat(errors).as("%s %s", name, answer.body()).isEmpty();
        }
        seen.add(name);
    }

    private String template(String path) {
        for (String template : document.get("paths").propertyNames()) {
            if (path.matches(template.replaceAll("\\{[a-z]+}", "[^/]+").replace(".", "\\."))) {
                return template;
            }
        }
        return path;
    }

    /** The schema with all that it refers to, and strict: nothing may be answered that is not described. */
    private Schema schema(JsonNode schema) {
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        whole.set("components", document.get("components").deepCopy());
        whole.get("components").get("schemas").forEach(DocumentedAnswers::close);
        return SCHEMAS.getSchema(whole);
    }

    private static void close(JsonNode schema) {
        if (schema.has("properties") && !schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
    }
}
