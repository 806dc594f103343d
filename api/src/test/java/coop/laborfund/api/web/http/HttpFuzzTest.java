package coop.laborfund.api.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.testing.LedgerNode;
import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.api.testing.TestServers;
import coop.laborfund.api.web.server.WebServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Mutated requests, byte by byte as they go over the wire: never a 5xx, never a hang, and nothing recorded by what was refused.
 * {@code -Dlaborfund.fuzz.requests=10000} for more of them, {@code -Dlaborfund.fuzz.seed=…} for others.
 */
class HttpFuzzTest {

    private static final int REQUESTS = Integer.getInteger("laborfund.fuzz.requests", 400);
    private static final long SEED = Long.getLong("laborfund.fuzz.seed", 20_261_123L);

    /** Longer than the server waits for the rest of a request that breaks off. */
    private static final int PATIENCE_MILLIS = 40_000;

    private static final List<String> READS = List.of(
            "/api/v1/funds",
            "/api/v1/funds?after=1&limit=3",
            "/api/v1/funds/DEMO/balances?asOf=2024-12-31&knownAt=120",
            "/api/v1/funds/DEMO/balances?knownAt=2026-01-01T00:00:00Z",
            "/api/v1/funds/DEMO/guarantees?year=2024&asOf=2024-12-31&evidence=true",
            "/api/v1/funds/DEMO/balances?asOf=2024-12-31&diff=2023-12-31@120&format=xlsx",
            "/api/v1/funds/DEMO/members?household=H01&asOf=2024-12-31&format=csv",
            "/api/v1/funds/DEMO/findings?asOf=2024-12-31&knownAt=300&format=csv",
            "/api/v1/funds/DEMO/trace?from=H01&direction=backward&rule=PROPORTIONAL&asOf=2024-12-31",
            "/api/v1/funds/DEMO/statements/ledger?account=113&sub=C1:A1&from=2024-01-01&asOf=2024-12-31",
            "/api/v1/funds/DEMO/due?asOf=2024-12-31&knownAt=120&format=csv",
            "/api/v1/funds/DEMO/journal?from=2024-01-01&to=2024-12-31&format=beancount",
            "/api/v1/template",
            "/api/v1/funds/DEMO/journal?from=2024-01-01&to=2024-12-31&after=30&limit=5&format=json",
            "/api/v1/funds/DEMO/events?from=10&to=20&after=12&limit=5&format=ndjson",
            "/api/v1/jobs/00000000-0000-0000-0000-000000000000",
            "/api/v1/openapi.json",
            "/funds/DEMO?year=2025&asOf=2025-12-31");

    private static final List<String> TOKENS = List.of(
            "%00",
            "%",
            "%zz",
            "%2F",
            "%2e%2e/",
            "%C0%AF",
            "%ED%A0%80",
            "\u0000",
            "\\ud800",
            "\uFFFF",
            "../",
            ";a=b",
            "//",
            "?",
            "&",
            "=",
            "\"",
            "{",
            "[[[[[[[[",
            "}",
            "null",
            "true",
            "1e999999999",
            "-0",
            "99999999999999999999",
            "-1",
            "9999-99-99",
            "+999999999-12-31",
            "\r\n",
            "\t",
            " ",
            "，",
            "*",
            "DEMO",
            "0",
            "0000",
            "\"ref\":1,",
            "'",
            "\uD83D\uDE00");

    private final Random random = new Random(SEED);

    @Test
    void noRequestHurts() throws Exception {
        System.out.println("fuzz seed " + SEED + ", requests " + REQUESTS);
        LedgerNode node = TestNodes.open();
        TestNodes.importText(
                node, ImportMode.ALL_OR_NONE, Files.readString(Path.of("src/main/resources/sample/cooperative.csv")));
        try (WebServer server = TestServers.start(node)) {
            for (int i = 0; i < REQUESTS; i++) {
                byte[] request = mutated(request(server.port(), i));
                long before = node.history().lastPosition();
                int status = send(server.port(), request);
                assertThat(status)
                        .as("request %d of seed %d: %s", i, SEED, new String(request, StandardCharsets.UTF_8))
                        .isLessThan(500);
                if (status >= 400 || status < 200) {
                    assertThat(node.history().lastPosition())
                            .as("request %d", i)
                            .isEqualTo(before);
                }
            }
            assertThat(new Http(server.port())
                            .get("/api/v1/funds/DEMO/balances")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    /** A request that is right, or nearly: its lines and its body are mutated afterwards. */
    private byte[] request(int port, int number) {
        return switch (random.nextInt(4)) {
            case 0, 1 -> bytes(port, "GET", READS.get(random.nextInt(READS.size())), "", "");
            case 2 ->
                bytes(
                        port,
                        "POST",
                        "/api/v1/funds/DEMO/movements?dryRun=" + random.nextBoolean(),
                        "application/json",
                        "{\"ref\":\"F%d\",\"date\":\"2026-01-05\",\"type\":\"OTHER_INCOME\",\"amount\":1.00,\"memo\":\"利息\"}"
                                .formatted(number));
            default -> upload(port, number);
        };
    }

    private byte[] upload(int port, int number) {
        String csv = "ref,date,fund,type,amount\nU%d,2026-01-05,DEMO,OTHER_INCOME,2\n".formatted(number);
        String path = "/api/v1/imports?acceptValid=" + random.nextBoolean();
        return random.nextBoolean()
                ? bytes(port, "POST", path, "text/csv", csv)
                : bytes(
                        port,
                        "POST",
                        path,
                        "multipart/form-data; boundary=b",
                        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + csv
                                + "\r\n--b--\r\n");
    }

    private byte[] bytes(int port, String method, String path, String type, String body) {
        String sent = mutatedText(body);
        String head = method + " " + mutatedText(path) + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nConnection: close\r\n" + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n")
                + "Content-Length: " + sent.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n";
        return (head + sent).getBytes(StandardCharsets.UTF_8);
    }

    private String mutatedText(String text) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = random.nextInt(3); i > 0 && !mutated.isEmpty(); i--) {
            int at = random.nextInt(mutated.length());
            switch (random.nextInt(4)) {
                case 0 -> mutated.insert(at, TOKENS.get(random.nextInt(TOKENS.size())));
                case 1 ->
                    mutated.replace(
                            at,
                            Math.min(mutated.length(), at + 1 + random.nextInt(12)),
                            TOKENS.get(random.nextInt(TOKENS.size())));
                case 2 -> mutated.delete(at, Math.min(mutated.length(), at + 1 + random.nextInt(8)));
                default -> mutated.insert(at, "x".repeat(1 << random.nextInt(15)));
            }
        }
        return mutated.toString();
    }

    /** Now and then raw bytes are wrong too, wherever they stand; the length then says more or less than there is. */
    private byte[] mutated(byte[] request) {
        if (random.nextInt(4) > 0) {
            return request;
        }
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        int at = random.nextInt(request.length);
        changed.write(request, 0, at);
        changed.write(random.nextInt(256));
        changed.write(request, at + 1, request.length - at - 1);
        return changed.toByteArray();
    }

    /** The answer's status, 0 where the connection was closed without one. */
    private static int send(int port, byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request);
            // A body that is shorter than it says ends here, and need not be waited for.
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return answer.matches("(?s)HTTP/1\\.1 \\d\\d\\d.*") ? Integer.parseInt(answer.substring(9, 12)) : 0;
        } catch (java.net.SocketException closed) {
            return 0;
        }
    }
}
