package coop.laborfund.api.recording;

import coop.laborfund.projections.door.VillageTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** A clock that stands still until it is turned on: office hours in the village, a few minutes for each thing that is recorded. */
final class TurnedClock extends Clock {

    private static final LocalTime OPENING = LocalTime.of(9, 0);
    private static final int MINUTES = 5;

    private LocalDate day = LocalDate.MIN;
    private Instant now = Instant.EPOCH;

    /** Turns it to the next thing on a day, which is not before the one that it shows. */
    void turnTo(LocalDate next) {
        now = next.equals(day)
                ? now.plusSeconds(MINUTES * 60L)
                : next.atTime(OPENING).atZone(VillageTime.ZONE).toInstant();
        day = next;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return VillageTime.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        Clock turned = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return turned.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return turned.withZone(other);
            }
        };
    }
}
