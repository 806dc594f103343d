package coop.laborfund.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves where the system keeps its temporary files, and in the data directory: nothing, or nothing for long. */
@Timeout(300)
class LeftFilesTest {

    @TempDir
    private Path folder;

    @Test
    void nothingIsLeftByARunARefusedFileOrAKill() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Path data = folder.resolve("data");
        try (Server server = Server.embedded(data, folder.resolve("log"), "-Djava.io.tmpdir=" + temporary)) {
            assertThat(upload(server).statusCode()).isEqualTo(400);
            assertThat(filesIn(temporary)).isEmpty();
            server.kill();
            assertThat(filesIn(temporary)).isEmpty();

            server.startAgain();
            assertThat(upload(server).statusCode()).isEqualTo(400);
        }
        assertThat(filesIn(temporary)).isEmpty();
        assertThat(filesIn(data.resolve("tmp"))).isEmpty();
        assertThat(filesIn(data)).noneMatch(file -> file.toString().endsWith(".out"));
    }

    private static HttpResponse<String> upload(Server server) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xlsx\"\r\n\r\nPK"
                    + "?".repeat(1 << 20) + "\r\n--x--\r\n";
            URI address = URI.create("http://127.0.0.1:" + server.port() + "/api/v1/imports");
            return client.send(
                    HttpRequest.newBuilder(address)
                            .header("Content-Type", "multipart/form-data; boundary=x")
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
