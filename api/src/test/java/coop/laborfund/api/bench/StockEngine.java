package coop.laborfund.api.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import coop.laborfund.api.postgres.JdbcTarget;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.json.JacksonSerializer;

/** Axon's own JDBC engine, alone: an event an append, an append a commit, and no command or aggregate round it. */
final class StockEngine {

    private final JdbcEventStorageEngine engine;
    private final String run = UUID.randomUUID().toString();
    private int turn;

    private StockEngine(JdbcEventStorageEngine engine) {
        this.engine = engine;
    }

    static StockEngine in(JdbcTarget target) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(target.url());
        pool.setUsername(target.user());
        pool.setPassword(target.password());
        pool.setMaximumPoolSize(16);
        JacksonSerializer json =
                JacksonSerializer.builder().objectMapper(new ObjectMapper()).build();
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(new DataSourceConnectionProvider(new HikariDataSource(pool)))
                .transactionManager(NoTransactionManager.instance())
                .eventSerializer(json)
                .snapshotSerializer(json)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        return new StockEngine(engine);
    }

    double run(int clients, double seconds) throws Exception {
        turn++;
        return Clients.run(
                clients,
                seconds,
                (client, time) -> engine.appendEvents(List.of(new GenericDomainEventMessage<>(
                        "Fund",
                        run + turn + "-" + client,
                        time,
                        Map.of(
                                "amount",
                                "1.00",
                                "date",
                                "2024-01-02",
                                "fund",
                                "F" + client,
                                "memo",
                                "",
                                "ref",
                                "V" + time)))));
    }
}
