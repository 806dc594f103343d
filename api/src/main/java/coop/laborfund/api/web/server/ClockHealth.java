package coop.laborfund.api.web.server;

import coop.laborfund.ledger.door.ClockUntrustedException;
import coop.laborfund.ledger.door.ClockWatch;
import coop.laborfund.ledger.door.DatabaseFailedException;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether the clock can be right whose instants events bear: where it cannot, nothing is recorded. */
@Configuration(proxyBeanMethods = false)
class ClockHealth {

    @Bean
    HealthIndicator clock(ClockWatch watch) {
        return () -> {
            try {
                Optional<ClockUntrustedException> trouble = watch.trouble();
                return trouble.isEmpty() ? Health.up().build() : down(trouble.get());
            } catch (DatabaseFailedException unreachable) {
                return Health.down().build();
            }
        };
    }

    private static Health down(ClockUntrustedException trouble) {
        return Health.down()
                .withDetail("reason", trouble.reason())
                .withDetail("clock", trouble.clock().toString())
                .withDetail("expected", trouble.expected().toString())
                .build();
    }
}
