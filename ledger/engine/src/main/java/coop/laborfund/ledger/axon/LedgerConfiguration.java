package coop.laborfund.ledger.axon;

import coop.laborfund.ledger.door.ClockWatch;
import coop.laborfund.ledger.door.Recorder;
import coop.laborfund.ledger.event.StreamKind;
import coop.laborfund.ledger.json.EventJson;
import coop.laborfund.ledger.store.BankTexts;
import coop.laborfund.ledger.store.EventHistory;
import coop.laborfund.ledger.store.HouseholdNames;
import coop.laborfund.ledger.store.MovementRefs;
import coop.laborfund.ledger.store.PostgresEventStorageEngine;
import coop.laborfund.ledger.store.StoredLikeMovements;
import java.time.Clock;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AbstractAggregateFactory;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The ledger's parts put together by hand, so that each can be seen: no module of Axon's is looked up, so none checks for
 * updates, looks for a server or times handlers. Close it to stop its threads.
 *
 * <p>It is the one class here that others see, and only who puts a program together and who follows the history for tables; it
 * hands out Axon's parts for the latter. Commands run in no transaction but the append's own; {@link #transactionManager} is for who folds events into tables.
 */
public final class LedgerConfiguration implements AutoCloseable {

    /**
     * What the states of funds held in memory may have in them together, see {@link FundAggregate#weight}: at about a hundred bytes
     * each no more than an eighth of the heap.
     */
    private static final long CACHED_ENTRIES =
            Math.min(2_000_000, Runtime.getRuntime().maxMemory() / 1_024);

    /** Events of a fund from one snapshot to the next, and so about the most that are folded when it is first asked. */
    private static final int SNAPSHOT_EVERY = 1_000;

    private static final int WAITING_SNAPSHOTS = 64;

    private static final AggregateModel<FundAggregate> FUND =
            AnnotatedAggregateMetaModelFactory.inspectAggregate(FundAggregate.class);

    private final EventHistory history;
    private final HouseholdNames names;
    private final BankTexts bankTexts;
    private final PostgresEventStorageEngine engine;
    private final AwaitedEventStore eventStore;
    private final SpringTransactionManager transactionManager;
    private final ThreadPoolExecutor snapshotWriter;
    private final Recorder recorder;

    public LedgerConfiguration(DataSource dataSource, PlatformTransactionManager transactions, Clock clock) {
        this(dataSource, transactions, clock, CACHED_ENTRIES, SNAPSHOT_EVERY);
    }

    LedgerConfiguration(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Clock clock,
            long cachedEntries,
            int snapshotEvery) {
        this(dataSource, transactions, clock, cachedEntries, snapshotEvery, PostgresEventStorageEngine::new);
    }

    /** One whose today and whose instants are a clock's that somebody turns: for a sample, in an empty history alone. */
    public static LedgerConfiguration simulated(
            DataSource dataSource, PlatformTransactionManager transactions, Clock clock) {
        return new LedgerConfiguration(
                dataSource,
                transactions,
                clock,
                CACHED_ENTRIES,
                SNAPSHOT_EVERY,
                (source, history, json) -> PostgresEventStorageEngine.simulated(source, history, json, clock));
    }

    /** How the way to the history is made. */
    @FunctionalInterface
    private interface Engine {
        PostgresEventStorageEngine over(DataSource dataSource, EventHistory history, EventJson json);
    }

    private LedgerConfiguration(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Clock clock,
            long cachedEntries,
            int snapshotEvery,
            Engine engines) {
        EventJson json = new EventJson();
        history = new EventHistory(dataSource, json);
        names = new HouseholdNames(dataSource);
        bankTexts = new BankTexts(dataSource);
        transactionManager = new SpringTransactionManager(transactions);
        snapshotWriter = snapshotWriter();

        engine = engines.over(dataSource, history, json);
        eventStore = AwaitedEventStore.of(engine);
        Cache cache = new FundCache(cachedEntries, this::weight);
        Repository<FundAggregate> funds = EventSourcingRepository.builder(FundAggregate.class)
                .eventStore(eventStore)
                .aggregateModel(FUND)
                .aggregateFactory(factory())
                .cache(cache)
                .build();
        CommandBus commands = SimpleCommandBus.builder().build();
        new AnnotationCommandHandlerAdapter<>(new FundCommandHandler(
                        funds,
                        (fund, refs) -> new MovementRefs(dataSource, history, fund, refs),
                        (fund, sequence) -> history.lastPositionIfStillAt(StreamKind.FUND.of(fund), sequence),
                        (fund, registered) -> {
                            names.put(fund, registered.names());
                            bankTexts.put(fund, registered.bankTexts());
                        },
                        new Takeovers(history::circumstances),
                        new FundSnapshots(engine, snapshotWriter, snapshotEvery),
                        clock))
                .subscribe(commands);
        recorder = new FundLedger(
                DefaultCommandGateway.builder().commandBus(commands).build(),
                cache,
                new StoredLikeMovements(dataSource));
    }

    /** Records and checks movements. */
    public Recorder recorder() {
        return recorder;
    }

    /** Takes down that the history was seen to reach a position: nothing is appended any more where it ends before that. */
    public void reached(long position) {
        engine.reached(position);
    }

    /** Looks at the clock whose instants events bear. */
    public ClockWatch clock() {
        return engine::clockTrouble;
    }

    /** Reads of the history. */
    public EventHistory history() {
        return history;
    }

    /** Households' names. */
    public HouseholdNames names() {
        return names;
    }

    /** The history as a source for streaming processors; a token is one number, the position. */
    public EmbeddedEventStore eventStore() {
        return eventStore;
    }

    /** For processors: what they write and their token are in one transaction. */
    public SpringTransactionManager transactionManager() {
        return transactionManager;
    }

    /** Stops reading for processors, and lets snapshots on their way be finished. */
    @Override
    public void close() {
        engine.close();
        eventStore.shutDown();
        snapshotWriter.shutdown();
        try {
            if (!snapshotWriter.awaitTermination(10, TimeUnit.SECONDS)) {
                snapshotWriter.shutdownNow();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param entry of a fund, as Axon's repository keeps it, which shows it to nobody without the parts to work on it */
    @SuppressWarnings("unchecked")
    private int weight(Object entry) {
        return ((AggregateCacheEntry<FundAggregate>) entry)
                .recreateAggregate(FUND, eventStore, NoSnapshotTriggerDefinition.INSTANCE)
                .invoke(FundAggregate::weight);
    }

    static AggregateFactory<FundAggregate> factory() {
        return new AbstractAggregateFactory<>(FundAggregate.class) {
            @Override
            @SuppressWarnings("rawtypes")
            protected FundAggregate doCreateAggregate(String fund, DomainEventMessage first) {
                return new FundAggregate(fund);
            }
        };
    }

    /** One thread; a snapshot that finds too many waiting is left out, its fund's next one will do. */
    private static ThreadPoolExecutor snapshotWriter() {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(WAITING_SNAPSHOTS),
                Thread.ofPlatform().name("snapshots").daemon().factory(),
                new ThreadPoolExecutor.DiscardPolicy());
    }
}
