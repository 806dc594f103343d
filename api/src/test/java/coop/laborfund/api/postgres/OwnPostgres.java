package coop.laborfund.api.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL that a test may kill, stop and start again on its port, for programs that know it by its URL. */
public final class OwnPostgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Cluster cluster;
    private final int port;
    private final JdbcTarget target;

    private OwnPostgres(Cluster cluster, int port, JdbcTarget target) {
        this.cluster = cluster;
        this.port = port;
        this.target = target;
    }

    public static OwnPostgres startedIn(Path folder) throws IOException {
        DataDirectory data = DataDirectory.at(folder);
        String programs = System.getProperty(EmbeddedPostgresServer.PROGRAM_FOLDER, "target/postgres-program");
        Cluster cluster =
                new Cluster(data, PostgresProgram.unpackedIn(Path.of(programs).toAbsolutePath()));
        cluster.createIfMissing();
        int port = freePort();
        cluster.start(port, PATIENCE);
        return new OwnPostgres(cluster, port, cluster.ledgerDatabase(port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public JdbcTarget target() {
        return target;
    }

    public int port() {
        return port;
    }

    /** {@code kill -9} of the postmaster and every process of its own. */
    public void kill() throws IOException {
        kill(cluster.data().path());
    }

    /** The same of the PostgreSQL that a data directory has. */
    public static void kill(Path dataDirectory) throws IOException {
        Path files = DataDirectory.at(dataDirectory).cluster();
        ProcessHandle postmaster =
                ProcessHandle.of(PostmasterFile.read(files).orElseThrow().pid()).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    /** As an operator does: what is under way is rolled back. */
    public void stop() throws IOException {
        cluster.stop();
    }

    public void startAgain() throws IOException {
        cluster.start(port, PATIENCE);
    }

    @Override
    public void close() throws IOException {
        if (cluster.isAlive()) {
            cluster.stop();
        }
    }
}
