package coop.laborfund.api.web.server;

import coop.laborfund.api.app.DataFolder;
import coop.laborfund.api.app.LedgerPool;
import coop.laborfund.api.app.RoomToRecord;
import java.io.IOException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether there is room to record: a part of readiness. */
@Configuration(proxyBeanMethods = false)
class StorageHealth {

    /** Out of service where recording would fail for want of room. */
    @Bean
    HealthIndicator storage(DataFolder data, LedgerPool database) {
        RoomToRecord room = new RoomToRecord(data, database);
        return () -> {
            try {
                return (room.isEnough() ? Health.up() : Health.outOfService())
                        .withDetail("freeBytes", room.free())
                        .build();
            } catch (IOException failed) {
                return Health.down().build();
            }
        };
    }
}
