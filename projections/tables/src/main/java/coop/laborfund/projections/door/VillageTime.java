package coop.laborfund.projections.door;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days of the ledger are those of its villages. */
public final class VillageTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock clock;

    public VillageTime(Clock clock) {
        this.clock = clock.withZone(ZONE);
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
