package coop.laborfund.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.api.LaborFund;
import coop.laborfund.api.postgres.JdbcTarget;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The real program serving, in a process that a test may kill and start again on the same port. */
final class Server implements AutoCloseable {

    private static final int KILLED = 128 + 9;

    /** A machine that has other things to do was seen to take two minutes. */
    private static final Duration START_PATIENCE = Duration.ofMinutes(5);

    private final List<String> arguments;
    private final String password;
    private final List<String> options;
    private final File log;
    private final int port;
    private Process process;

    private Server(List<String> arguments, String password, Path log, String... options) throws IOException {
        this.password = password;
        this.options = List.of(options);
        this.log = log.toFile();
        this.port = freePort();
        this.arguments = new ArrayList<>(arguments);
        this.arguments.addAll(List.of("--port", String.valueOf(port)));
        this.process = launch();
    }

    /**
     * On the embedded PostgreSQL of a data directory.
     *
     * @param options more of the JVM's
     */
    static Server embedded(Path data, Path log, String... options) throws Exception {
        return new Server(List.of("serve", "--data", data.toString()), "", log, options).awaitRunning();
    }

    static Server external(JdbcTarget target, Path data, Path log) throws Exception {
        return new Server(
                        List.of("serve", "--data", data.toString(), "--url", target.url(), "--user", target.user()),
                        target.password(),
                        log)
                .awaitRunning();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process launch() throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Dlaborfund.postgres.program="
                        + System.getProperty("laborfund.postgres.program", "target/postgres-program"),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                LaborFund.class.getName()));
        line.addAll(1, options);
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().put("LABORFUND_PASSWORD", password);
        return builder.start();
    }

    /** Leaves no process behind where it does not come to run. */
    private Server awaitRunning() throws Exception {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        try {
            while (!answers()) {
                assertThat(process.isAlive()).as("%s", log()).isTrue();
                assertThat(System.nanoTime()).as("%s", log()).isLessThan(deadline);
                Thread.sleep(20);
            }
            return this;
        } catch (Exception | AssertionError failed) {
            process.destroyForcibly();
            throw failed;
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    void kill() throws InterruptedException {
        assertThat(process.destroyForcibly().waitFor()).isEqualTo(KILLED);
    }

    void startAgain() throws Exception {
        process = launch();
        awaitRunning();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String log() throws IOException {
        return Files.readString(log.toPath());
    }

    int port() {
        return port;
    }

    HttpDoor door() {
        return new HttpDoor(port);
    }

    /** Told to end, as an operator would. */
    @Override
    public void close() {
        process.toHandle().destroy();
        process.onExit().join();
    }
}
