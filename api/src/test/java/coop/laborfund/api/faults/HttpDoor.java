package coop.laborfund.api.faults;

import coop.laborfund.ledger.command.Column;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running program by its HTTP API. */
final class HttpDoor implements Door {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    HttpDoor(int port) {
        this.port = port;
    }

    @Override
    public Answer send(String fund, Map<Column, String> cells) {
        try {
            return read(post("/api/v1/funds/" + fund + "/movements", body(cells)));
        } catch (IOException broken) {
            return Answer.failed(broken.getClass().getSimpleName());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }

    private static String body(Map<Column, String> cells) {
        return JSON.writeValueAsString(cells.entrySet().stream()
                .collect(Collectors.toMap(cell -> cell.getKey().key(), Map.Entry::getValue)));
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static Answer read(HttpResponse<String> response) {
        JsonNode body = JSON.readTree(response.body());
        return switch (response.statusCode()) {
            case 201 -> Answer.recorded(body.get("position").asLong());
            case 200 -> Answer.repeated(body.get("position").asLong());
            case 409, 422 -> Answer.refused(body.get("code").asString());
            case 503 -> failed(body);
            default -> throw new AssertionError(response.statusCode() + " " + response.body());
        };
    }

    /** An error is in both languages. */
    private static Answer failed(JsonNode body) {
        if (body.get("detail").asString().isEmpty()
                || body.get("messageEn").asString().isEmpty()) {
            throw new AssertionError("no clear error: " + body);
        }
        return Answer.failed(body.get("code").asString());
    }
}
