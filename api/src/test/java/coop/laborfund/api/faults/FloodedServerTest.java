package coop.laborfund.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many large files at once, sent to a program with little memory. */
@Timeout(900)
class FloodedServerTest {

    private static final int FILES = Size.ROUNDS > 2 ? 16 : 4;
    private static final int LENGTH = 60 * 1024 * 1024;
    private static final int WIDTH = 1024;
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void answersOthersAtOnceAndLosesNoThread() throws Exception {
        try (Server server = Server.embedded(folder.resolve("data"), folder.resolve("log"))) {
            byte[] file = file();
            List<CompletableFuture<Integer>> uploads = new ArrayList<>();
            for (int i = 0; i < FILES; i++) {
                uploads.add(upload(server, file));
            }
            long during =
                    longestAnswerUntil(server, CompletableFuture.allOf(uploads.toArray(CompletableFuture[]::new)));
            Map<Integer, Integer> answers = new TreeMap<>();
            uploads.forEach(upload -> answers.merge(upload.join(), 1, Integer::sum));
            long after = longestAnswer(server, 20);
            System.out.printf(
                    "%d files of %d MB in 512 MB: answers %s, the longest answer to others %d ms meanwhile, %d ms after%n",
                    FILES, LENGTH >> 20, answers, during, after);

            assertThat(answers.keySet()).isSubsetOf(200, 202, 400, 413, 422, 503);
            assertThat(answers.keySet()).anyMatch(status -> status != 503);
            assertThat(after).isLessThan(AT_ONCE.toMillis());
            assertThat(server.isAlive()).isTrue();
            assertThat(server.log()).doesNotContain("OutOfMemoryError");
            try (Load load = Load.on(List.of(server.door()))) {
                load.awaitAnswers(100);
                load.finish();
            }
        }
    }

    private long longestAnswerUntil(Server server, CompletableFuture<Void> end) throws Exception {
        long longest = 0;
        while (!end.isDone()) {
            longest = Math.max(longest, longestAnswer(server, 1));
        }
        return longest;
    }

    private long longestAnswer(Server server, int times) throws Exception {
        long longest = 0;
        for (int i = 0; i < times; i++) {
            for (String path : List.of("/api/v1/funds", "/actuator/health/liveness", "/actuator/health/readiness")) {
                long began = System.nanoTime();
                HttpRequest request =
                        HttpRequest.newBuilder(address(server, path)).build();
                assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                        .as(path)
                        .isEqualTo(200);
                longest = Math.max(longest, (System.nanoTime() - began) / 1_000_000);
            }
        }
        return longest;
    }

    private CompletableFuture<Integer> upload(Server server, byte[] file) {
        HttpRequest request = HttpRequest.newBuilder(address(server, "/api/v1/imports"))
                .header("Content-Type", "text/csv")
                .timeout(Duration.ofMinutes(10))
                .POST(BodyPublishers.ofByteArray(file))
                .build();
        return client.sendAsync(request, BodyHandlers.discarding()).handle((answer, failed) -> {
            assertThat(failed)
                    .satisfiesAnyOf(
                            none -> assertThat(none).isNull(),
                            broken -> assertThat(broken).hasRootCauseInstanceOf(IOException.class));
            return answer == null ? 503 : answer.statusCode();
        });
    }

    private static URI address(Server server, String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    /** Rows that are read and refused. */
    private static byte[] file() {
        StringBuilder text = new StringBuilder("ref,date,fund,type,amount,memo\n");
        String memo = "x".repeat(WIDTH);
        for (int row = 0; text.length() + WIDTH + 100 < LENGTH; row++) {
            text.append('R')
                    .append(row)
                    .append(",2024-01-03,F")
                    .append(row % 10)
                    .append(",OTHER_INCOME,5,")
                    .append(memo)
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
