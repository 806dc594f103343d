package coop.laborfund.api.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.testing.TestNodes;
import coop.laborfund.api.testing.TestServers;
import coop.laborfund.api.web.server.WebServer;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The client that the build generates from the OpenAPI document does what it is for. It is compiled here and not with the tests:
 * it is somebody else's code, which our warnings are not for. A program that uses it is compiled with it, so that it is used as
 * its types say.
 */
class GeneratedClientTest {

    private static final Path CLIENT = Path.of("target", "generated-client", "src", "main", "java");
    private static final Path PROGRAM = Path.of("src", "test", "client");

    @TempDir
    private Path classes;

    @Test
    void recordsRepeatsIsRefusedAndReadsBack() throws Exception {
        compile();
        try (WebServer server = TestServers.start(TestNodes.open());
                URLClassLoader loader = new URLClassLoader(
                        new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            @SuppressWarnings("unchecked")
            Function<URI, List<String>> program = (Function<URI, List<String>>)
                    loader.loadClass("OtherProgram").getConstructor().newInstance();

            assertThat(program.apply(URI.create("http://127.0.0.1:" + server.port())))
                    .containsExactly(
                            "opened R1 at 1: true, []",
                            "trial R2 at 1: false, [12.50, -12.50]",
                            "recorded R2 at 2: true, [12.50, -12.50]",
                            "repeated R2 at 2: true, [12.50, -12.50]",
                            "refused 409 REF_REUSED",
                            "refused 422 INSUFFICIENT_CASH",
                            "fund F1 示例基金",
                            "balance 102 12.50",
                            "balance 502 -12.50",
                            "verdicts 3",
                            "entry 2 R2",
                            "events 2");
        }
    }

    private void compile() throws IOException {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> client = Files.walk(CLIENT);
                Stream<Path> program = Files.walk(PROGRAM)) {
            List<Path> sources = Stream.concat(client, program)
                    .filter(path -> path.toString().endsWith(".java"))
                    .toList();
            List<String> options = List.of("-proc:none", "-nowarn", "-d", classes.toString());
            boolean compiled = compiler.getTask(
                            messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiled).as("%s", messages).isTrue();
        }
    }
}
