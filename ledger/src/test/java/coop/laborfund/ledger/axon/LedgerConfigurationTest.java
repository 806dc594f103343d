package coop.laborfund.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;

import coop.laborfund.ledger.store.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
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
                configuration.ledger().record("F1", Movements.founding("F1"), Movements.BY);
                status.setRollbackOnly();
            });
            assertThat(configuration.history().lastPosition()).isEqualTo(3);
        }
    }
}
