package coop.laborfund.api.app;

import com.zaxxer.hikari.HikariDataSource;
import coop.laborfund.api.asking.BookQuestions;
import coop.laborfund.api.asking.HistoryQuestions;
import coop.laborfund.api.asking.InspectionQuestions;
import coop.laborfund.api.asking.Knowing;
import coop.laborfund.api.asking.OutlookQuestions;
import coop.laborfund.api.asking.RollUpQuestions;
import coop.laborfund.api.asking.StatementQuestions;
import coop.laborfund.api.backup.Backups;
import coop.laborfund.api.postgres.PostgresAccess;
import coop.laborfund.api.proof.LedgerIdentity;
import coop.laborfund.api.proof.LedgerProof;
import coop.laborfund.api.proof.PackWriter;
import coop.laborfund.api.proof.Protections;
import coop.laborfund.api.proof.Seals;
import coop.laborfund.api.recording.FileImports;
import coop.laborfund.api.recording.MovementRecording;
import coop.laborfund.api.recording.SampleCooperative;
import coop.laborfund.api.recording.SimulatedLedger;
import coop.laborfund.ledger.axon.LedgerConfiguration;
import coop.laborfund.ledger.door.ClockWatch;
import coop.laborfund.ledger.door.Recorder;
import coop.laborfund.ledger.json.EventJson;
import coop.laborfund.ledger.store.BankTexts;
import coop.laborfund.ledger.store.Database;
import coop.laborfund.ledger.store.EventHistory;
import coop.laborfund.ledger.store.EventScan;
import coop.laborfund.ledger.store.HouseholdNames;
import coop.laborfund.ledger.store.KeptKeys;
import coop.laborfund.ledger.store.KeptSeals;
import coop.laborfund.ledger.store.KeptSnapshots;
import coop.laborfund.ledger.store.RegisterAudit;
import coop.laborfund.ledger.store.SchemaCatalog;
import coop.laborfund.projections.ReadModels;
import coop.laborfund.projections.axon.ReadModelProcessor;
import coop.laborfund.projections.door.AskBooks;
import coop.laborfund.projections.door.AskFolds;
import coop.laborfund.projections.door.AskHistory;
import coop.laborfund.projections.door.AskRollUps;
import coop.laborfund.projections.door.Following;
import coop.laborfund.projections.door.ReadTables;
import coop.laborfund.projections.door.RebuildTables;
import coop.laborfund.projections.door.TableRows;
import coop.laborfund.projections.door.VillageTime;
import coop.laborfund.projections.door.WholeHistory;
import coop.laborfund.projections.rebuild.Rebuild;
import coop.laborfund.projections.store.ProjectionWriter;
import coop.laborfund.projections.store.ReadBarrier;
import coop.laborfund.projections.store.SqlFacts;
import coop.laborfund.projections.store.StoredHistory;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * How the parts are put together that stand on a database. Each is made when it is first asked for. They are closed in the
 * reverse order of their making, and so each before what it stands on.
 */
@Configuration(proxyBeanMethods = false)
@Lazy
class LedgerParts {

    /** The name of the part that records. */
    static final String RECORDER = "recorder";

    private static final Duration READ_PATIENCE = Duration.ofSeconds(60);

    @Bean
    LedgerConfiguration engine(LedgerPool pool, Clock clock) {
        return new LedgerConfiguration(pool.source(), new DataSourceTransactionManager(pool.source()), clock);
    }

    /** Stopped before everything that it records with. */
    @Bean(name = RECORDER, destroyMethod = "stop")
    Recorder recorder(LedgerConfiguration engine, ReadTables tables, Observers observers) {
        Recorder recorder = engine.recorder();
        recorder.onlyWhile(new WholeHistory(tables, engine::reached));
        recorder.observe(new RecordingLog());
        observers.all().forEach(recorder::observe);
        return recorder;
    }

    @Bean
    ClockWatch clockWatch(LedgerConfiguration engine) {
        return engine.clock();
    }

    @Bean
    EventHistory eventHistory(LedgerPool pool) {
        return new EventHistory(pool.source(), new EventJson());
    }

    @Bean
    HouseholdNames householdNames(LedgerPool pool) {
        return new HouseholdNames(pool.source());
    }

    @Bean
    StoredHistory storedHistory(LedgerPool pool) {
        return new StoredHistory(pool.source());
    }

    @Bean
    ProjectionWriter projectionWriter(LedgerPool pool, StoredHistory history) {
        return new ProjectionWriter(pool.source(), history);
    }

    @Bean
    SqlFacts facts(LedgerPool pool) {
        return new SqlFacts(pool.source());
    }

    @Bean
    ReadBarrier readBarrier(ProjectionWriter writer, StoredHistory history, ServerPresence presence) {
        return new ReadBarrier(writer, history, presence::isServed, READ_PATIENCE);
    }

    @Bean
    ReadModels readModels(SqlFacts facts, ReadBarrier barrier) {
        return new ReadModels(facts, barrier);
    }

    @Bean
    ServerPresence serverPresence(LedgerPool pool) {
        return new ServerPresence(pool.source());
    }

    /** Says to other processes on this database that a server is here, and keeps the read tables up with the history. */
    @Bean
    Following following(ServerPresence presence, LedgerConfiguration engine, ProjectionWriter writer) {
        presence.announce();
        ReadModelProcessor processor = new ReadModelProcessor(engine.eventStore(), engine.transactionManager(), writer);
        processor.start();
        return processor;
    }

    @Bean
    ReadTables readTables(
            ProjectionWriter writer, StoredHistory history, ReadBarrier barrier, ServerPresence presence) {
        return new ReadTables(writer, history, barrier, presence::isServed);
    }

    @Bean
    RebuildTables rebuildTables(PostgresAccess database) {
        return (projections, progress) -> {
            int workers = Runtime.getRuntime().availableProcessors();
            // Connections of its own: those of the others may all be waiting for what the rebuild holds.
            try (HikariDataSource owner = Connections.ofRebuild(database.target(), workers)) {
                return Database.own(
                        () -> new Rebuild(owner, new StoredHistory(owner), workers).run(projections, progress));
            }
        };
    }

    @Bean
    VillageTime villageTime(Clock clock) {
        return new VillageTime(clock);
    }

    @Bean
    AskBooks askBooks(ReadModels books, VillageTime time) {
        return new AskBooks(books, time);
    }

    @Bean
    BankTexts bankTexts(LedgerPool pool) {
        return new BankTexts(pool.source());
    }

    @Bean
    AskHistory askHistory(EventHistory history, HouseholdNames names, BankTexts bankTexts, AskBooks books) {
        return new AskHistory(history, names, bankTexts, books);
    }

    @Bean
    BookQuestions bookQuestions(AskBooks books, AskHistory history) {
        return new BookQuestions(books, history);
    }

    @Bean
    AskFolds askFolds(AskHistory history, VillageTime time) {
        return new AskFolds(history, time);
    }

    @Bean
    StatementQuestions statementQuestions(AskFolds folds, AskHistory history) {
        return new StatementQuestions(folds, new Knowing(history));
    }

    @Bean
    InspectionQuestions inspectionQuestions(AskFolds folds, AskHistory history) {
        return new InspectionQuestions(folds, new Knowing(history));
    }

    @Bean
    OutlookQuestions outlookQuestions(AskFolds folds, AskHistory history) {
        return new OutlookQuestions(folds, new Knowing(history));
    }

    @Bean
    AskRollUps askRollUps(LedgerPool pool, AskHistory history, VillageTime time) {
        EventScan events = new EventScan(pool.source(), new EventJson());
        return new AskRollUps(events, history, time, Runtime.getRuntime().availableProcessors());
    }

    @Bean
    RollUpQuestions rollUpQuestions(AskRollUps rollUps, AskHistory history) {
        return new RollUpQuestions(rollUps, new Knowing(history));
    }

    @Bean
    HistoryQuestions historyQuestions(AskHistory history) {
        return new HistoryQuestions(history);
    }

    @Bean
    MovementRecording movementRecording(Recorder recorder, AskBooks books, AskHistory history) {
        return new MovementRecording(recorder, books, history);
    }

    @Bean
    FileImports fileImports(Recorder recorder, ReadTables tables) {
        return new FileImports(recorder, tables);
    }

    @Bean
    SampleCooperative sampleCooperative(LedgerPool pool, AskHistory history, ReadTables tables, Observers observers) {
        return new SampleCooperative(simulatedLedger(pool, observers), history, tables);
    }

    /** A ledger of its own, beside the one that records what happens; the log has a line of the whole instead of one a sitting. */
    private static SimulatedLedger simulatedLedger(LedgerPool pool, Observers observers) {
        return (clock, work) -> {
            try (LedgerConfiguration simulated = LedgerConfiguration.simulated(
                    pool.source(), new DataSourceTransactionManager(pool.source()), clock)) {
                observers.all().forEach(simulated.recorder()::observe);
                work.accept(simulated.recorder());
            }
        };
    }

    @Bean
    LedgerIdentity ledgerIdentity(LedgerPool pool, DataFolder data, Clock clock) {
        return new LedgerIdentity(new KeptKeys(pool.source()), new KeptSeals(pool.source()), data.path(), clock);
    }

    @Bean
    Seals seals(LedgerPool pool, EventHistory history, LedgerIdentity identity, DataFolder data, Clock clock) {
        return new Seals(new KeptSeals(pool.source()), history, identity, data.path(), clock);
    }

    @Bean
    Backups backups(PostgresAccess database, DataFolder data, LedgerIdentity identity, Clock clock) {
        return new Backups(new LedgerBackup(database.target(), data.path(), identity, clock));
    }

    @Bean
    PackWriter packWriter(EventHistory history, LedgerIdentity identity, Clock clock) {
        return new PackWriter(history, identity, clock);
    }

    @Bean
    Protections protections(LedgerPool pool) {
        return new Protections(new SchemaCatalog(pool.source()));
    }

    @Bean
    LedgerProof ledgerProof(
            LedgerPool pool,
            EventHistory history,
            ReadTables tables,
            SqlFacts facts,
            Seals seals,
            Protections protections,
            ClockWatch clock) {
        return new LedgerProof(
                history,
                new RegisterAudit(pool.source()),
                new KeptSnapshots(pool.source()),
                tables,
                new TableRows(facts),
                seals,
                protections,
                clock);
    }
}
