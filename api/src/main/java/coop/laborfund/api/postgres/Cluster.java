package coop.laborfund.api.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PostgreSQL's files in a data directory and the server on them. Every method that changes something is to be called
 * while alone with the directory (see {@link DirectoryLock}).
 */
record Cluster(DataDirectory data, PostgresProgram program) {

    static final String LOOPBACK = "127.0.0.1";

    private static final String SUPERUSER = "postgres";
    private static final String DATABASE = "laborfund";
    private static final String INVALID_PASSWORD = "28P01";
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
     * The port of the server that runs on these files already; empty if none does. Waits for one that is just starting.
     * What a killed server left behind is removed when its process id now belongs to another program.
     */
    Optional<Integer> runningOn(Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<PostmasterFile> file = PostmasterFile.read(data.cluster());
            if (file.isEmpty() || !file.get().pidIsAlive()) {
                return Optional.empty();
            }
            if (file.get().pidIsSomebodyElse()) {
                Files.deleteIfExists(PostmasterFile.in(data.cluster()));
                return Optional.empty();
            }
            int port = file.get().port();
            try {
                requireThisCluster(port);
                return Optional.of(port);
            } catch (SQLException e) {
                if (INVALID_PASSWORD.equals(e.getSQLState()) || System.nanoTime() > deadline) {
                    throw new IOException("a server runs on port " + port + " but: " + e.getMessage(), e);
                }
            }
            pause();
        }
    }

    /** Whether the server's process is there; a look at two small files. */
    boolean isAlive() throws IOException {
        return PostmasterFile.read(data.cluster())
                .filter(PostmasterFile::pidIsAlive)
                .isPresent();
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
     * Starts the server and waits until it takes connections.
     *
     * @throws PortTakenException when another program has the port
     * @throws IOException when it does not start, with the last lines of its log
     */
    void start(int port, Duration patience) throws IOException {
        HostAccess.requirePassword(data.cluster());
        data.turnLog();
        PostgresProgram.Outcome started = program.run(
                data.path(),
                "pg_ctl",
                List.of(
                        "--pgdata=" + data.cluster(),
                        "--log=" + data.log(),
                        "--wait",
                        "--timeout=" + patience.toSeconds(),
                        "--options=-p " + port + " " + SETTINGS,
                        "start"));
        if (started.status() != 0) {
            String words = started.output() + "\n" + logTail();
            throw words.contains("Address already in use") ? new PortTakenException(words) : new IOException(words);
        }
    }

    /** Stops the server, rolling back what is under way. */
    void stop() throws IOException {
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

    /** A port may by now be another PostgreSQL's; ours says that it works on these files. */
    private void requireThisCluster(int port) throws IOException, SQLException {
        JdbcTarget probe = target(port, SUPERUSER, "?connectTimeout=5&loginTimeout=10&socketTimeout=10");
        try (Connection connection = probe.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW data_directory")) {
            row.next();
            Path directory = Path.of(Objects.requireNonNull(row.getString(1)));
            if (!directory.equals(data.cluster())) {
                throw new SQLException("it works on other files, " + directory);
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
