package coop.laborfund.api.web.server;

import coop.laborfund.projections.door.Following;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether what works in the background is at work: what liveness is made of. A program that is not live should be started again. */
@Configuration(proxyBeanMethods = false)
class ThreadHealth {

    /** The read tables are followed; the ledger's writer needs no question, as the program ends with it. */
    @Bean
    HealthIndicator background(Following following) {
        return () -> (following.isRunning() ? Health.up() : Health.down()).build();
    }
}
