package coop.laborfund.api.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes with the program, in a data directory of its own: started when first wanted, joined by every
 * other process that wants the same directory, stopped by the last one that lets go of it. A process that is killed
 * leaves the server running; the next one joins it. A server that dies under its users is started again by one of them, on
 * the port that they all know.
 *
 * <p>Nothing stops it by itself when the JVM ends: whoever opens closes, after its own connections.
 */
public final class EmbeddedPostgresServer implements PostgresAccess {

    /** Names a folder for the unpacked programs that many data directories may share; tests do. */
    public static final String PROGRAM_FOLDER = "laborfund.postgres.program";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgresServer.class);

    /** Long enough for a server that first replays its log after a power cut. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final int PORT_ATTEMPTS = 3;

    /** The watch of those who use a server that died has it started again long before. */
    private static final Duration USERS_PATIENCE = Duration.ofSeconds(8);

    private static final Duration PAUSE = Duration.ofMillis(200);

    /** The directories that this process uses now, by what the file system knows them by; guarded by itself. */
    private static final Map<Object, Shared> OPEN = new HashMap<>();

    /** One directory as this process uses it, by one handle or several. */
    private static final class Shared {
        private final Cluster cluster;
        private final DirectoryLock lock;
        private final int port;
        private final JdbcTarget target;
        private final ServerWatch watch;
        private int handles;

        private Shared(Cluster cluster, DirectoryLock lock, int port, JdbcTarget target) {
            this.cluster = cluster;
            this.lock = lock;
            this.port = port;
            this.target = target;
            this.watch = new ServerWatch(cluster, () -> startAgain(this));
        }
    }

    private final Object directory;
    private final JdbcTarget target;
    private boolean closed;

    private EmbeddedPostgresServer(Object directory, JdbcTarget target) {
        this.directory = directory;
        this.target = target;
    }

    /**
     * The server of this directory, running.
     *
     * @throws DatabaseUnavailableException when it can be neither started nor joined
     */
    public static EmbeddedPostgresServer open(Path dataDirectory) {
        DataDirectory data = DataDirectory.at(dataDirectory);
        Object directory = data.identity();
        synchronized (OPEN) {
            Shared shared = OPEN.get(directory);
            if (shared == null) {
                shared = join(data);
                OPEN.put(directory, shared);
                shared.watch.begin();
            }
            shared.handles++;
            return new EmbeddedPostgresServer(directory, shared.target);
        }
    }

    @Override
    public JdbcTarget target() {
        return target;
    }

    @Override
    public void close() {
        synchronized (OPEN) {
            if (closed) {
                return;
            }
            closed = true;
            Shared shared = OPEN.get(directory);
            if (shared == null || --shared.handles > 0) {
                return;
            }
            OPEN.remove(directory);
            shared.watch.close();
            leave(shared);
        }
    }

    private static Shared join(DataDirectory data) {
        DirectoryLock lock = null;
        try {
            lock = DirectoryLock.open(data.lockFile());
            Shared shared = joinOrWait(data, lock);
            lock = null;
            return shared;
        } catch (IOException e) {
            throw cannotStart(data, e);
        } finally {
            closeQuietly(lock);
        }
    }

    /** Where others use the directory it is for them to start its server again, should it have died. */
    private static Shared joinOrWait(DataDirectory data, DirectoryLock lock) throws IOException {
        long deadline = System.nanoTime() + USERS_PATIENCE.toNanos();
        while (true) {
            Optional<Shared> joined = joinAlone(data, lock);
            if (joined.isPresent()) {
                return joined.get();
            }
            if (System.nanoTime() > deadline) {
                throw DirectoryRefusals.usedElsewhere(data);
            }
            pause();
        }
    }

    /** Empty where others use the directory and its server is not to be found. */
    private static Optional<Shared> joinAlone(DataDirectory data, DirectoryLock lock) throws IOException {
        try (FileLock alone = takeAlone(data, lock)) {
            if (alone == null) {
                throw new IOException("another process holds " + data.lockFile());
            }
            data.sweep();
            Cluster cluster = new Cluster(data, PostgresProgram.unpackedIn(programFolder(data)));
            cluster.createIfMissing();
            Optional<Integer> running = cluster.runningOn(PATIENCE);
            if (running.isEmpty() && lock.isUsed()) {
                return Optional.empty();
            }
            int port = running.isPresent() ? running.get() : start(cluster);
            JdbcTarget target = cluster.ledgerDatabase(port);
            lock.use();
            return Optional.of(new Shared(cluster, lock, port, target));
        }
    }

    private static @Nullable FileLock takeAlone(DataDirectory data, DirectoryLock lock) {
        try {
            return lock.alone(PATIENCE);
        } catch (IOException useless) {
            throw DirectoryRefusals.withoutLocks(data, String.valueOf(useless.getMessage()));
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the data directory", stop);
        }
    }

    private static int start(Cluster cluster) throws IOException {
        IOException last = new IOException("no attempt");
        for (int attempt = 0; attempt < PORT_ATTEMPTS; attempt++) {
            // Those under whom the server died know the port that it had.
            int port = attempt == 0 ? cluster.lastPort().orElseGet(EmbeddedPostgresServer::freePort) : freePort();
            try {
                cluster.start(port, PATIENCE);
                LOG.info("PostgreSQL started on port {}", port);
                return port;
            } catch (PortTakenException e) {
                last = e;
            }
        }
        throw last;
    }

    /** After the server died. Somebody else may have been quicker. */
    private static void startAgain(Shared shared) throws IOException {
        synchronized (OPEN) {
            if (shared.handles == 0) {
                return;
            }
            try (FileLock alone = shared.lock.alone(PATIENCE)) {
                if (alone == null) {
                    return;
                }
                Optional<Integer> running = shared.cluster.runningOn(PATIENCE);
                if (running.isEmpty()) {
                    shared.cluster.start(shared.port, PATIENCE);
                } else if (running.get() != shared.port) {
                    throw new IOException(
                            "its port was taken and it runs on " + running.get() + "; restart this program");
                }
            }
        }
    }

    private static void leave(Shared shared) {
        try (DirectoryLock lock = shared.lock;
                FileLock alone = lock.alone(PATIENCE)) {
            // Not alone within minutes: somebody is starting or stopping, and will look after the server.
            if (alone != null && lock.leaveAsLast()) {
                LOG.info(
                        shared.cluster.stop()
                                ? "PostgreSQL stopped"
                                : "PostgreSQL is gone, or runs in another container and was left running");
            }
        } catch (IOException e) {
            LOG.warn("PostgreSQL could not be stopped; the next start will look after it: {}", e.getMessage());
        }
    }

    /** A port that was free a moment ago; should another take it meanwhile, the start fails and is tried again. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException("this machine has no free port", none);
        }
    }

    private static Path programFolder(DataDirectory data) {
        String shared = System.getProperty(PROGRAM_FOLDER);
        return shared == null ? data.program() : Path.of(shared).toAbsolutePath();
    }

    private static DatabaseUnavailableException cannotStart(DataDirectory data, IOException e) {
        return new DatabaseUnavailableException(
                "内置数据库 PostgreSQL 无法在 " + data.path() + " 启动：" + e.getMessage(),
                "The embedded PostgreSQL cannot start in " + data.path() + ": " + e.getMessage(),
                e);
    }

    private static void closeQuietly(@Nullable DirectoryLock lock) {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            LOG.debug("closing the lock file", e);
        }
    }
}
