package coop.laborfund.api.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.api.testing.TestServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that send as little as they can, or more than there is room for, and the others, who want an answer. */
@Timeout(180)
class SlowClientsTest {

    private static final int SLOW = 300;
    private static final Duration BETWEEN_BYTES = Duration.ofSeconds(6);
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final int LARGE = 60 * 1024 * 1024;

    private final List<Socket> sockets = new ArrayList<>();
    private WebServer server;

    @BeforeEach
    void start() throws Exception {
        server = TestServers.start(TestNodes.open());
        read();
        post();
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.close();
    }

    @Test
    void slowBodiesKeepNobodyWaitingAndAreEnded() throws Exception {
        for (int i = 0; i < SLOW; i++) {
            send(
                    "127.0.0.1",
                    "POST /api/v1/funds/F1/movements",
                    "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
        }
        assertOthersAreAnswered();
        Thread.sleep(BETWEEN_BYTES);
        assertOthersAreAnswered();
        sendAByteEach();
        Thread.sleep(BETWEEN_BYTES);
        sendAByteEach();

        for (Socket socket : sockets) {
            assertThat(answerOf(socket)).startsWith("HTTP/1.1 408 ").contains("TOO_SLOW", "16 KiB");
        }
    }

    @Test
    void slowHeadersAreEnded() throws Exception {
        for (int i = 0; i < SLOW; i++) {
            send("127.0.0.1", "GET /api/v1/funds", "X-Long: ");
        }
        for (int second = 0; second < 24; second += 6) {
            assertOthersAreAnswered();
            sendAByteEach();
            Thread.sleep(BETWEEN_BYTES);
        }
        for (Socket socket : sockets) {
            assertThat(answerOf(socket)).isEmpty();
        }
    }

    @Test
    void moreContentThanThereIsRoomForIsRefusedUntilThereIs() throws Exception {
        long room = Math.max(Runtime.getRuntime().maxMemory() / 8, LARGE) / LARGE;
        for (long i = 0; i < room; i++) {
            send(
                    "127.0.0.1",
                    "POST /api/v1/imports",
                    "Content-Type: text/csv\r\nContent-Length: " + LARGE + "\r\n\r\nref");
        }
        HttpResponse<String> refused = upload();
        for (long limit = System.nanoTime() + 5_000_000_000L;
                refused.statusCode() != 503 && limit > System.nanoTime(); ) {
            refused = upload();
        }
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("BUSY", "没有余地");
        assertOthersAreAnswered();

        for (Socket socket : sockets) {
            socket.close();
        }
        while (upload().statusCode() == 503) {
            Thread.sleep(100);
        }
    }

    @Test
    void oneClientLeavesRoomForOthers() throws Exception {
        for (int i = 0; i < 600; i++) {
            send(
                    "127.0.0.2",
                    "POST /api/v1/funds/F1/movements",
                    "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
        }
        assertOthersAreAnswered();
    }

    /** Tomcat waits for what is left of a request after its answer, before it takes the next. */
    @Test
    void contentThatNobodyReadsKeepsNobodyWaiting() throws Exception {
        List<String> unread = List.of(
                "GET /api/v1/funds",
                "POST /nothing/here",
                "DELETE /api/v1/funds",
                "POST /api/v1/imports",
                "GET /api/%zz",
                "OPTIONS *");
        for (int i = 0; i < 660; i++) {
            send("127.0.0.2", unread.get(i % unread.size()), "Content-Length: 1000\r\n\r\n{");
        }
        Thread.sleep(1_000);
        assertOthersAreAnswered();
    }

    @Test
    void contentThatNobodyReadsIsLetSend() throws Exception {
        String content = "x".repeat(200_000);
        for (String line : List.of("POST /nothing/here", "POST /api/v1/imports", "GET /api/v1/funds")) {
            send("127.0.0.1", line, "Content-Length: " + content.length() + "\r\n\r\n" + content);
            Socket socket = sockets.getLast();
            // The next one on the same connection.
            socket.getOutputStream().write(head("GET /actuator/health/liveness", "Connection: close\r\n\r\n"));
            assertThat(answerOf(socket)).containsPattern("(?s)^HTTP/1.1 [42].*HTTP/1.1 200 ");
        }
    }

    @Test
    void contentWhoseLengthNobodyKnowsTakesRoomToo() throws Exception {
        long room = Math.max(Runtime.getRuntime().maxMemory() / 8, LARGE) / LARGE;
        for (long i = 0; i < room; i++) {
            send(
                    "127.0.0.1",
                    "POST /api/v1/imports",
                    "Content-Type: text/csv\r\nContent-Length: " + LARGE + "\r\n\r\nref");
        }
        String imports = "/api/v1/%69mports?dryRun=true";
        HttpResponse<String> refused = sendAsForm(imports);
        for (long limit = System.nanoTime() + 5_000_000_000L;
                refused.statusCode() != 503 && limit > System.nanoTime(); ) {
            refused = sendAsForm(imports);
        }
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("BUSY");
        // Nobody reads it there.
        assertThat(sendAsForm("/nothing/here").statusCode()).isEqualTo(404);
    }

    /** In chunks, whose sum the server learns at their end; larger than what room there can be beside the others. */
    private HttpResponse<String> sendAsForm(String path) throws Exception {
        String head = String.join(
                "\r\n",
                "--b",
                "Content-Disposition: form-data; name=\"file\"; filename=\"a.csv\"",
                "Content-Type: text/csv",
                "",
                "");
        List<byte[]> form = List.of(bytes(head), new byte[LARGE], bytes("\r\n--b--\r\n"));
        return exchange(request(path)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(form))));
    }

    private void assertOthersAreAnswered() throws Exception {
        for (int i = 0; i < 3; i++) {
            long began = System.nanoTime();
            assertThat(read()).isEqualTo(200);
            assertThat(post()).isEqualTo(404);
            // Two answers.
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(AT_ONCE.multipliedBy(2));
        }
    }

    private int read() throws Exception {
        return exchange(request("/actuator/health/liveness").GET()).statusCode();
    }

    /** To a fund that there is not. */
    private int post() throws Exception {
        return exchange(request("/api/v1/funds/F9/movements")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"ref\":\"R1\",\"date\":\"2024-01-02\",\"type\":\"OTHER_INCOME\",\"amount\":\"5\"}")))
                .statusCode();
    }

    private HttpResponse<String> upload() throws Exception {
        return exchange(request("/api/v1/imports?dryRun=true")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(new byte[LARGE / 3])));
    }

    private static HttpResponse<String> exchange(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private void send(String from, String line, String rest) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port(), InetAddress.getByName(from), 0);
        sockets.add(socket);
        socket.getOutputStream().write(head(line, rest));
    }

    private byte[] head(String line, String rest) {
        return bytes(line + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n" + rest);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void sendAByteEach() {
        for (Socket socket : sockets) {
            try {
                socket.getOutputStream().write(' ');
            } catch (IOException ended) {
                // As it should be, sooner or later.
            }
        }
    }

    private static String answerOf(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException reset) {
            return "";
        }
    }
}
