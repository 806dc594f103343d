package coop.laborfund.api.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Another JVM that has the embedded PostgreSQL of a directory open, and does as it is told, a word a line. */
final class OtherProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream orders;

    private OtherProcess(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Starts it; {@link #url} waits until it has the server. */
    static OtherProcess start(Path dataDirectory) throws IOException {
        return start(List.of(), dataDirectory);
    }

    /** The same by another program, which ends by becoming what stands after it. */
    static OtherProcess start(List<String> by, Path dataDirectory) throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> line = new ArrayList<>(by);
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes,
                "-D" + EmbeddedPostgresServer.PROGRAM_FOLDER + "="
                        + System.getProperty(EmbeddedPostgresServer.PROGRAM_FOLDER, "target/postgres-program"),
                OtherProcess.class.getName(),
                dataDirectory.toString()));
        return new OtherProcess(new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The URL it got; to be asked first, and once. */
    String url() throws IOException {
        return answer("url ");
    }

    /** Why it got none; to be asked instead of {@link #url}. */
    String refusal() throws IOException {
        return answer("refused ");
    }

    /** Opens a connection there and answers what it saw. */
    String query() throws IOException {
        orders.println("query");
        return answer("query ");
    }

    /** {@code kill -9} of the postmaster by it, which sees its process. */
    void killServer() throws IOException {
        orders.println("kill");
        answer("killed");
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Lets it close its handle and end. */
    @Override
    public void close() {
        orders.close();
        process.onExit().join();
    }

    /** Its logs share the stream, so answers are known by their first word. */
    private String answer(String key) throws IOException {
        while (true) {
            String line = Objects.requireNonNull(answers.readLine(), "the other process ended");
            if (line.startsWith(key)) {
                return line.substring(key.length());
            }
        }
    }

    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.open(Path.of(arguments[0]))) {
            out.println("url " + server.target().url());
            for (String order = in.readLine(); order != null; order = in.readLine()) {
                if (order.equals("kill")) {
                    killPostmaster(Path.of(arguments[0]));
                    out.println("killed");
                } else {
                    out.println("query " + look(server.target()));
                }
            }
        } catch (DatabaseUnavailableException refused) {
            out.println("refused " + refused.chinese() + refused.english());
        }
    }

    private static void killPostmaster(Path folder) throws IOException {
        PostmasterFile file = PostmasterFile.read(folder.resolve("postgres")).orElseThrow();
        ProcessHandle.of(file.pid()).orElseThrow().destroyForcibly();
    }

    private static String look(JdbcTarget target) {
        try (Connection connection = target.connect()) {
            return connection.isValid(5) ? "ok" : "invalid";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
