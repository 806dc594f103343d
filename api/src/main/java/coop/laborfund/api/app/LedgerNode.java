package coop.laborfund.api.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import coop.laborfund.api.postgres.JdbcTarget;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.ledger.axon.LedgerConfiguration;
import coop.laborfund.ledger.door.Recorder;
import coop.laborfund.ledger.store.EventHistory;
import coop.laborfund.ledger.store.HouseholdNames;
import coop.laborfund.ledger.store.LikeMovements;
import coop.laborfund.projections.ReadModels;
import coop.laborfund.projections.axon.ReadModelProcessor;
import coop.laborfund.projections.fact.History;
import coop.laborfund.projections.fact.Projection;
import coop.laborfund.projections.fact.Projections;
import coop.laborfund.projections.rebuild.Rebuild;
import coop.laborfund.projections.rebuild.RebuildProgress;
import coop.laborfund.projections.rebuild.RebuildResult;
import coop.laborfund.projections.store.ProjectionWriter;
import coop.laborfund.projections.store.ReadBarrier;
import coop.laborfund.projections.store.SqlFacts;
import coop.laborfund.projections.store.StoredHistory;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The ledger on one database: recording, history, read models. Close it to let go of all of it. */
public final class LedgerNode implements AutoCloseable {

    /** The days of the ledger are those of its villages. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Duration READ_PATIENCE = Duration.ofSeconds(60);
    private static final Duration CONNECTION_PATIENCE = Duration.ofSeconds(5);
    private static final int CONNECTIONS = 16;

    private final PostgresAccess database;
    private final HikariDataSource connections;
    private final LedgerConfiguration configuration;
    private final ProjectionWriter writer;
    private final ReadModels readModels;
    private final ServerPresence presence;
    private final Clock clock;
    private boolean closed;

    private LedgerNode(PostgresAccess database, HikariDataSource connections, Clock clock) {
        this.database = database;
        this.connections = connections;
        this.clock = clock;
        configuration = new LedgerConfiguration(connections, new DataSourceTransactionManager(connections), clock);
        History history = new StoredHistory(connections);
        writer = new ProjectionWriter(connections, history);
        readModels = new ReadModels(new SqlFacts(connections), new ReadBarrier(writer, history, READ_PATIENCE));
        presence = new ServerPresence(connections);
        configuration.recorder().observe(new RecordingLog());
    }

    /** Opens the ledger and brings its tables up to this program's. The node owns the database handle from here on. */
    public static LedgerNode open(PostgresAccess database, Clock clock) {
        HikariDataSource connections = null;
        try {
            Schema.upgrade(owner(database.target()));
            connections = new HikariDataSource(pool(database.target(), "ledger", true));
            return new LedgerNode(database, connections, clock);
        } catch (RuntimeException failed) {
            if (connections != null) {
                connections.close();
            }
            database.close();
            throw failed;
        }
    }

    /** Who owns the tables and may change their form. */
    private static DataSource owner(JdbcTarget target) {
        return new DriverManagerDataSource(target.url(), target.user(), target.password());
    }

    /** @param restricted under the role that may only add to the history; otherwise the owner's, who migrates and rebuilds */
    private static HikariConfig pool(JdbcTarget target, String name, boolean restricted) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(target.url());
        pool.setUsername(target.user());
        pool.setPassword(target.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setPoolName(name);
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.setConnectionTimeout(CONNECTION_PATIENCE.toMillis());
        if (restricted) {
            // A machine that vanishes in the middle of an append must not hold the lock of all appends for hours:
            // without a
            // word between its statements for so long, PostgreSQL ends the transaction.
            pool.setConnectionInitSql(
                    "set role " + Schema.PROGRAM_ROLE + "; set idle_in_transaction_session_timeout = '60s'");
        }
        // The server's details quote whole rows, and messages end up in logs.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }

    public Recorder ledger() {
        return configuration.recorder();
    }

    public EventHistory history() {
        return configuration.history();
    }

    public ReadModels readModels() {
        return readModels;
    }

    /** Connections under the role that may only add to the history. */
    public DataSource connections() {
        return connections;
    }

    public HouseholdNames householdNames() {
        return configuration.names();
    }

    /** What rows to come may be the same as. */
    public LikeMovements likes() {
        return new LikeMovements(connections);
    }

    public Clock clock() {
        return clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }

    /** Says to other processes on this database that a server is here, and keeps the read models up with the history. */
    public ReadModelProcessor serve() {
        presence.announce();
        ReadModelProcessor processor =
                new ReadModelProcessor(configuration.eventStore(), configuration.transactionManager(), writer);
        processor.start();
        return processor;
    }

    /** Brings the read models up to date, unless a server on this database does. */
    public void catchUpUnlessServed() {
        if (!presence.isServed()) {
            Projections.ALL.forEach(writer::catchUp);
        }
    }

    /** How many events of the history some read table does not show yet. */
    public long readModelLag() {
        long shown = Projections.ALL.stream().mapToLong(writer::progress).min().orElse(0);
        return Math.max(0, history().lastPosition() - shown);
    }

    /**
     * Folds the whole history again into new tables of these projections, and replaces the old ones, which until then are read and
     * written as ever.
     *
     * @throws coop.laborfund.projections.rebuild.RebuildRefusedException where that cannot be now
     */
    public RebuildResult rebuild(List<Projection> projections, RebuildProgress progress) {
        // Connections of its own: those of the node may all be waiting for what the rebuild holds.
        try (HikariDataSource owner = new HikariDataSource(pool(database.target(), "rebuild", false))) {
            int workers = Runtime.getRuntime().availableProcessors();
            owner.setMaximumPoolSize(2 * workers + 1);
            return new Rebuild(owner, new StoredHistory(owner), workers).run(projections, progress);
        }
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    /** Lets what is being recorded be finished, then lets go of everything. Safe to repeat. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        ledger().stop();
        configuration.close();
        presence.close();
        connections.close();
        database.close();
    }
}
