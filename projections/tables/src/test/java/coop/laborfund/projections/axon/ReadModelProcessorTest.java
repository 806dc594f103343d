package coop.laborfund.projections.axon;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.event.RecordedEvent;
import coop.laborfund.projections.TestDatabase;
import coop.laborfund.projections.fact.Projection;
import coop.laborfund.projections.fact.Projections;
import coop.laborfund.projections.store.ProjectionWriter;
import coop.laborfund.projections.testing.RandomHistory;
import coop.laborfund.projections.testing.TestHistory;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Axon hands in what is recorded; the read tables follow, over failures and restarts. */
class ReadModelProcessorTest {

    private final TestHistory history = RandomHistory.of(11, 3_000);
    private final DataSource database = TestDatabase.empty();
    private final ProjectionWriter writer = new ProjectionWriter(database, history);
    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine(1))
            .build();

    @AfterEach
    void stop() {
        store.shutDown();
    }

    private ReadModelProcessor processor(ProjectionWriter into) {
        SpringTransactionManager transactions =
                new SpringTransactionManager(new DataSourceTransactionManager(database));
        return new ReadModelProcessor(store, transactions, into);
    }

    /** One by one: of several that are published together, Axon's store in memory shows later ones before earlier ones. */
    private void publish(int from, int to) {
        history.events().subList(from - 1, to).forEach(recorded -> store.publish(message(recorded)));
    }

    private static DomainEventMessage<?> message(RecordedEvent recorded) {
        return new GenericDomainEventMessage<>(
                "Fund",
                recorded.event().fund(),
                recorded.sequence(),
                recorded.event(),
                MetaData.emptyInstance(),
                "event-" + recorded.position(),
                recorded.recordedAt());
    }

    private void awaitAll(long position) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        for (Projection projection : Projections.ALL) {
            while (writer.progress(projection) < position) {
                assertThat(Instant.now()).as(projection.name()).isBefore(deadline);
                Thread.sleep(10);
            }
        }
    }

    @Test
    void whatIsNoFundsIsPassedOver() throws Exception {
        publish(1, 10);
        store.publish(new GenericDomainEventMessage<>("of tomorrow", "A", 0, "noted"));
        try (ReadModelProcessor processor = processor(writer)) {
            processor.start();
            awaitAll(11);
        }
        assertThat(new JdbcTemplate(database).queryForObject("select count(*) from movement", Long.class))
                .isEqualTo(10);
    }

    @Test
    void followsTheHistoryOverARestart() throws Exception {
        publish(1, 1_500);
        try (ReadModelProcessor first = processor(writer)) {
            first.start();
            awaitAll(1_500);
            publish(1_501, 1_510);
            awaitAll(1_510);
        }
        publish(1_511, 2_900);
        try (ReadModelProcessor second = processor(writer)) {
            second.start();
            awaitAll(2_900);
        }
        compareWithRebuild();
    }

    /** A rebuild holds a projection when the last event for a long time comes; nobody else would write it. */
    @Test
    void whatWasHeldIsComeBackFor() throws Exception {
        publish(1, 100);
        try (ReadModelProcessor processor = processor(writer);
                Connection holder = database.getConnection();
                Statement statement = holder.createStatement()) {
            processor.start();
            awaitAll(100);
            holder.setAutoCommit(false);
            statement.execute("select * from projection_progress where name = 'labor' for update");
            publish(101, 110);
            Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
            while (writer.progress(Projections.named("journal").orElseThrow()) < 110) {
                assertThat(Instant.now()).isBefore(deadline);
                Thread.sleep(10);
            }
            Thread.sleep(300);
            assertThat(writer.progress(Projections.named("labor").orElseThrow()))
                    .isEqualTo(100);
            holder.rollback();
            awaitAll(110);
        }
    }

    @Test
    void twoNodesWriteOnce() throws Exception {
        try (ReadModelProcessor one = processor(writer);
                ReadModelProcessor other = processor(new ProjectionWriter(database, history))) {
            one.start();
            other.start();
            for (int from = 1; from < 2_900; from += 100) {
                publish(from, from + 99);
            }
            awaitAll(2_900);
        }
        compareWithRebuild();
    }

    /** The first so many calls end as any may when memory runs out. */
    @SuppressWarnings("unchecked")
    private static <T> T withoutMemory(Class<T> type, T real, AtomicInteger times) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (times.getAndDecrement() > 0) {
                throw new OutOfMemoryError("of a test");
            }
            Object answer = method.invoke(real, arguments);
            return answer instanceof BlockingStream<?> stream
                    ? withoutMemory(BlockingStream.class, stream, times)
                    : answer;
        });
    }

    @Test
    @SuppressWarnings("unchecked")
    void anErrorEndsNothing() throws Exception {
        SpringTransactionManager transactions =
                new SpringTransactionManager(new DataSourceTransactionManager(database));
        AtomicInteger times = new AtomicInteger(1);
        StreamableMessageSource<TrackedEventMessage<?>> failing =
                withoutMemory(StreamableMessageSource.class, store, times);
        publish(1, 100);
        try (ReadModelProcessor processor = new ReadModelProcessor(failing, transactions, writer)) {
            processor.start();
            awaitAll(100);
            for (int round = 1; round <= 3; round++) {
                times.set(round);
                publish(100 * round + 1, 100 * round + 100);
                awaitAll(100 * round + 100);
            }
            assertThat(processor.isRunning()).isTrue();
        }
        compareWithRebuild();
    }

    @Test
    void saysWhetherItRunsWhileItWaitsForTheDatabase() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch back = new CountDownLatch(1);
        DataSource away = new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                asked.countDown();
                try {
                    back.await();
                } catch (InterruptedException stop) {
                    throw new SQLException(stop);
                }
                return super.getConnection();
            }
        };
        try (ReadModelProcessor processor = processor(new ProjectionWriter(away, history))) {
            Thread starting = Thread.ofVirtual().start(processor::start);
            try {
                asked.await();
                assertThat(CompletableFuture.supplyAsync(processor::isRunning)).succeedsWithin(Duration.ofSeconds(5));
            } finally {
                back.countDown();
                starting.join();
            }
        }
    }

    /** Axon falls back, silently, to a transaction manager that does nothing where it is given none; then rows would stay. */
    @Test
    void aFailureRollsTheWholeBatchBackAndItIsTriedAgain() throws Exception {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        try (ReadModelProcessor processor = processor(writer)) {
            jdbc.execute("alter table wage rename to wage_away");
            try {
                processor.start();
                publish(1, 1_000);
                Thread.sleep(300);
                // In one statement: asked one after another, they may go on to the next batch in between.
                assertThat(jdbc.queryForList("select distinct position from projection_progress", Long.class))
                        .as("all tables are at one position, before the batch that fails")
                        .singleElement()
                        .satisfies(position -> assertThat(position).isLessThan(1_000));
            } finally {
                jdbc.execute("alter table wage_away rename to wage");
            }
            awaitAll(1_000);
        }
        compareWithRebuild();
    }

    private void compareWithRebuild() {
        for (Projection projection : Projections.ALL) {
            writer.catchUp(projection);
            Map<String, List<String>> live = TestDatabase.rows(database, projection);
            TestDatabase.rebuild(database, history, projection);
            assertThat(TestDatabase.rows(database, projection)).isEqualTo(live);
        }
    }
}
