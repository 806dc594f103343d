package coop.laborfund.api.web.server;

import coop.laborfund.api.recording.Requesters;
import coop.laborfund.ledger.door.DatabaseFailedException;
import coop.laborfund.ledger.door.HistoryCutException;
import coop.laborfund.ledger.door.LedgerException;
import coop.laborfund.projections.door.AskHistory;
import coop.laborfund.projections.door.Following;
import coop.laborfund.projections.door.ReadTables;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether the server can do its work: what readiness is made of. */
@Configuration(proxyBeanMethods = false)
class LedgerHealth {

    /** The database answers, and how long its history is. */
    @Bean
    HealthIndicator database(AskHistory history, Requesters requesters) {
        return () -> {
            try {
                return Health.up()
                        .withDetail("position", history.lastPosition(requesters.next()))
                        .build();
            } catch (LedgerException unreachable) {
                return Health.down().build();
            }
        };
    }

    /** The read models follow the history, are not too far behind it to answer in good time, and show no more than there is. */
    @Bean
    HealthIndicator readModels(
            ReadTables tables, Following following, @Value("${laborfund.readiness.max-lag}") long maxLag) {
        return () -> {
            try {
                tables.requireWholeHistory();
                long lag = tables.lag();
                boolean isFollowing = following.isRunning();
                Health.Builder health = isFollowing && lag <= maxLag ? Health.up() : Health.outOfService();
                return health.withDetail("lag", lag)
                        .withDetail("following", isFollowing)
                        .build();
            } catch (HistoryCutException cut) {
                return Health.down()
                        .withDetail("recordedOnce", cut.seen())
                        .withDetail("endsAt", cut.last())
                        .build();
            } catch (DatabaseFailedException unreachable) {
                return Health.down().build();
            }
        };
    }
}
