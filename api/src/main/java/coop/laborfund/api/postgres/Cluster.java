package coop.laborfund.api.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's files in a data directory and the server on them. Every method that changes something is to be called
 * while alone with the directory (see {@link DirectoryLock}).
 */
record Cluster(DataDirectory data, PostgresProgram program) {

    static final String LOOPBACK = "127.0.0.1";

    private static final String SUPERUSER = "postgres";
    private static final String DATABASE = "laborfund";
    private static final String INVALID_PASSWORD = "28P01";

    /** The class of SQL states in which PostgreSQL says that it is just starting or stopping. */
    private static final String OPERATOR_INTERVENTION = "57";

    /** One that lives but answers nobody here is either ending, which takes moments, or out of reach. */
    private static final Duration UNREACHED_PATIENCE = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration STOP_PATIENCE = Duration.ofMinutes(1);
    private static final int LOG_LINES_SHOWN = 12;
    private static final Pattern PORT_OPTION = Pattern.compile("\"-p\" \"([0-9]{1,5})\"");

    /**
     * A ledger's promises in PostgreSQL's words; and files of the log are used again rather than made anew, as everybody's commit
     * waits while one is filled with zeros. Given on the command line, where no file of the cluster overrides them.
     */
    private static final String SETTINGS = "-c listen_addresses=" + LOOPBACK
            + " -c unix_socket_directories="
            + " -c fsync=on -c synchronous_commit=on -c full_page_writes=on"
            + " -c min_wal_size=1GB"
            + " -c password_encryption=scram-sha-256"
            + " -c timezone=UTC -c log_timezone=UTC";

    /**
     * Makes the cluster with its password where there is none. It is made beside its place and moved there in one step,
     * so a crash leaves either none or a whole one, and at no moment one that lets people in without the password.
     */
    void createIfMissing() throws IOException {
        if (Files.exists(data.cluster())) {
            return;
        }
        PrivateFiles.deleteFolder(data.clusterDraft());
        if (!Files.exists(data.passwordFile())) {
            data.drawPassword();
        }
        PostgresProgram.Outcome made = program.run(
                data.path(),
                "initdb",
                List.of(
                        "--pgdata=" + data.clusterDraft(),
                        "--username=" + SUPERUSER,
                        "--auth=scram-sha-256",
                        "--pwfile=" + data.passwordFile(),
                        "--encoding=UTF8",
                        // Order by code point, the same on every machine and after every update of its libraries.
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
        if (made.status() != 0) {
            throw new IOException(made.output());
        }
        Files.move(data.clusterDraft(), data.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * The port of the server that runs on these files already; empty if none does, in whatever container. Waits for one that is
     * just starting.
     *
     * @throws DatabaseUnavailableException where it runs and cannot be reached from here
     */
    Optional<Integer> runningOn(Duration patience) throws IOException {
        long began = System.nanoTime();
        while (true) {
            Optional<PostmasterFile> file = PostmasterFile.read(data.cluster());
            @Nullable
            SQLException unreached = file.isPresent() ? whyUnreached(file.get().port()) : null;
            if (file.isPresent() && unreached == null) {
                return Optional.of(file.get().port());
            }
            boolean here = file.filter(PostmasterFile::isServerHere).isPresent();
            if (!here && !isLocked()) {
                return Optional.empty();
            }
            String state = unreached == null ? "" : String.valueOf(unreached.getSQLState());
            boolean isRefused = here && INVALID_PASSWORD.equals(state);
            boolean mayCome = here || state.startsWith(OPERATOR_INTERVENTION);
            Duration waited = Duration.ofNanos(System.nanoTime() - began);
            if (isRefused || waited.compareTo(mayCome ? patience : UNREACHED_PATIENCE) > 0) {
                String seen = file.map(known -> "port " + known.port()).orElse("no postmaster.pid")
                        + (unreached == null ? "" : ": " + unreached.getMessage());
                if (here) {
                    throw new IOException("a server runs on " + seen, unreached);
                }
                throw DirectoryRefusals.runsElsewhere(data, seen);
            }
            pause();
        }
    }

    private @Nullable SQLException whyUnreached(int port) throws IOException {
        try {
            requireThisCluster(port);
            return null;
        } catch (SQLException e) {
            return e;
        }
    }

    /** Whether the server's processes are there, in whatever container. */
    boolean isAlive() throws IOException {
        return PostmasterFile.read(data.cluster())
                        .filter(PostmasterFile::isServerHere)
                        .isPresent()
                || isLocked();
    }

    private boolean isLocked() {
        try {
            return ServerLock.of(data.cluster()).isHeld();
        } catch (IOException useless) {
            throw DirectoryRefusals.withoutLocks(data, String.valueOf(useless.getMessage()));
        }
    }

    /** The port that the server was last started on, as PostgreSQL wrote down its command line. */
    Optional<Integer> lastPort() throws IOException {
        Path options = data.cluster().resolve("postmaster.opts");
        if (!Files.exists(options)) {
            return Optional.empty();
        }
        Matcher port = PORT_OPTION.matcher(Files.readString(options));
        return port.find() ? Optional.of(Integer.valueOf(port.group(1))) : Optional.empty();
    }

    /**
     * Starts the server and waits until it takes connections. What a killed one left is cleared away by it, or here where the
     * process id that it had is by now another program's.
     *
     * @throws PortTakenException when another program has the port
     * @throws IOException when it does not start, with the last lines of its log
     * @throws DatabaseUnavailableException where another one runs on these files, or nothing could keep it off them
     */
    void start(int port, Duration patience) throws IOException {
        HostAccess.requirePassword(data.cluster());
        data.turnLog();
        ServerLock lock = ServerLock.of(data.cluster());
        if (PostmasterFile.read(data.cluster())
                        .filter(PostmasterFile::pidIsSomebodyElse)
                        .isPresent()
                && !isLocked()) {
            Files.deleteIfExists(PostmasterFile.in(data.cluster()));
        }
        PostgresProgram.Outcome started = program.run(
                data.path(),
                lock,
                "pg_ctl",
                List.of(
                        "--pgdata=" + data.cluster(),
                        "--log=" + data.log(),
                        "--wait",
                        "--timeout=" + patience.toSeconds(),
                        "--options=-p " + port + " " + SETTINGS,
                        "start"));
        if (started.status() == ServerLock.HELD) {
            throw DirectoryRefusals.runsElsewhere(data, "lock on " + lock.file());
        }
        if (started.status() == ServerLock.USELESS) {
            throw DirectoryRefusals.withoutLocks(data, started.output().strip());
        }
        if (started.status() != 0) {
            String words = started.output() + "\n" + logTail();
            throw words.contains("Address already in use") ? new PortTakenException(words) : new IOException(words);
        }
    }

    /**
     * Stops the server, rolling back what is under way. One in another container is left running: from here, its process id is
     * nobody's, or another program's.
     *
     * @return whether it was stopped
     */
    boolean stop() throws IOException {
        if (PostmasterFile.read(data.cluster())
                .filter(PostmasterFile::isServerHere)
                .isEmpty()) {
            return false;
        }
        PostgresProgram.Outcome stopped = program.run(
                data.path(),
                "pg_ctl",
                List.of(
                        "--pgdata=" + data.cluster(),
                        "--mode=fast",
                        "--wait",
                        "--timeout=" + STOP_PATIENCE.toSeconds(),
                        "stop"));
        if (stopped.status() != 0) {
            throw new IOException(stopped.output());
        }
        return true;
    }

    /** The ledger's database on the running server, created where missing. */
    JdbcTarget ledgerDatabase(int port) throws IOException {
        try (Connection connection = target(port, SUPERUSER, "").connect();
                Statement statement = connection.createStatement()) {
            boolean missing;
            try (ResultSet row = statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                missing = !row.next();
            }
            if (missing) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
            return target(port, DATABASE, "");
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private JdbcTarget target(int port, String database, String parameters) throws IOException {
        String url = "jdbc:postgresql://" + LOOPBACK + ":" + port + "/" + database + parameters;
        return new JdbcTarget(url, SUPERUSER, data.password());
    }

    /**
     * A port may by now be another PostgreSQL's, and a path may mean another folder to it; ours sees a file that is made in its
     * folder just now.
     */
    private void requireThisCluster(int port) throws IOException, SQLException {
        JdbcTarget probe = target(port, SUPERUSER, "?connectTimeout=5&loginTimeout=10&socketTimeout=10");
        try (Connection connection = probe.connect();
                PreparedStatement look = connection.prepareStatement(
                        "SELECT (pg_stat_file(?, true)).size, current_setting('data_directory')")) {
            Path mark = Files.createTempFile(data.cluster(), "laborfund-", ".mark");
            try {
                look.setString(1, String.valueOf(mark.getFileName()));
                try (ResultSet row = look.executeQuery()) {
                    row.next();
                    row.getLong(1);
                    if (row.wasNull()) {
                        throw new SQLException("it works on other files, " + row.getString(2));
                    }
                }
            } finally {
                Files.deleteIfExists(mark);
            }
        }
    }

    private String logTail() throws IOException {
        if (!Files.exists(data.log())) {
            return "";
        }
        List<String> lines = new String(Files.readAllBytes(data.log()), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for PostgreSQL", e);
        }
    }
}
