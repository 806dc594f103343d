package coop.laborfund.api.web.server;

import coop.laborfund.api.app.LedgerNode;
import coop.laborfund.ledger.door.DatabaseFailedException;
import coop.laborfund.projections.axon.ReadModelProcessor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;

/** Whether the server can do its work: what readiness is made of. */
@Configuration(proxyBeanMethods = false)
class LedgerHealth {

    /** The database answers, and how long its history is. */
    @Bean
    HealthIndicator database(LedgerNode node) {
        return () -> {
            try {
                return Health.up()
                        .withDetail("position", node.history().lastPosition())
                        .build();
            } catch (DatabaseFailedException unreachable) {
                return Health.down().build();
            }
        };
    }

    /** The read models follow the history, and are not too far behind it to answer in good time. */
    @Bean
    HealthIndicator readModels(
            LedgerNode node, ReadModelProcessor processor, @Value("${laborfund.readiness.max-lag}") long maxLag) {
        return () -> {
            try {
                long lag = node.readModelLag();
                boolean following = processor.isRunning();
                Health.Builder health = following && lag <= maxLag ? Health.up() : Health.outOfService();
                return health.withDetail("lag", lag)
                        .withDetail("following", following)
                        .build();
            } catch (DatabaseFailedException | DataAccessException unreachable) {
                return Health.down().build();
            }
        };
    }
}
