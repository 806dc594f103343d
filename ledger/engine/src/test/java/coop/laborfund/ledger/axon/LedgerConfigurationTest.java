package coop.laborfund.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.laborfund.ledger.store.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LedgerConfigurationTest {

    private final DataSource database = TestDatabase.create();
    private final DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);

    private LedgerConfiguration configuration() {
        return new LedgerConfiguration(
                database, transactions, Clock.fixed(Instant.parse("2024-03-15T12:00:00Z"), ZoneOffset.UTC));
    }

    /** Axon would otherwise fall back, silently, to one that does nothing. */
    @Test
    void theTransactionManagerIsSprings() {
        try (LedgerConfiguration configuration = configuration()) {
            assertThat(configuration.transactionManager()).isExactlyInstanceOf(SpringTransactionManager.class);
        }
    }

    /** The append commits by itself: nothing that fails later around it can take an answered movement back. */
    @Test
    void anAppendDoesNotBelongToATransactionAroundIt() {
        try (LedgerConfiguration configuration = configuration()) {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                configuration.recorder().record("F1", Movements.founding("F1"), Movements.BY);
                status.setRollbackOnly();
            });
            assertThat(configuration.history().lastPosition()).isEqualTo(3);
        }
    }

    /** Who closes the connections next must not pull them away from under a thread that reads for processors. */
    @Test
    void closingWaitsForWhoReadsTheHistory() throws Exception {
        LedgerConfiguration configuration = configuration();
        CompletableFuture<Void> closed;
        try (BlockingStream<TrackedEventMessage<?>> follower =
                        configuration.eventStore().openStream(null);
                Connection holder = database.getConnection();
                Statement statement = holder.createStatement()) {
            assertThat(follower.hasNextAvailable()).isFalse();
            holder.setAutoCommit(false);
            statement.execute("lock table event in access exclusive mode");
            awaitReader();
            closed = CompletableFuture.runAsync(configuration::close);
            assertThatThrownBy(() -> closed.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            holder.rollback();
        }
        closed.get(5, TimeUnit.SECONDS);
        assertThat(reading()).isZero();
    }

    private void awaitReader() throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(10);
        while (reading() == 0) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(10);
        }
    }

    /** How many wait for the history. */
    private int reading() {
        return Objects.requireNonNull(new JdbcTemplate(database)
                .queryForObject(
                        "select count(*) from pg_stat_activity"
                                + " where datname = current_database() and wait_event_type = 'Lock' and state = 'active'",
                        Integer.class));
    }
}
