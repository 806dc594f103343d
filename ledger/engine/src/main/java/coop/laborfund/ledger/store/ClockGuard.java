package coop.laborfund.ledger.store;

import coop.laborfund.ledger.door.ClockUntrustedException;
import coop.laborfund.ledger.door.ClockUntrustedException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database's clock can be right, by all that it can be held against: the last event, the clock of the machine that this
 * program runs on, and the time that has passed since the first look. How much time lies between events says nothing: nobody has to
 * record anything for years. For many threads at once.
 */
final class ClockGuard {

    /** Clocks that nobody sets part by seconds at most, and questions take their time. */
    static final Duration TOLERANCE = Duration.ofMinutes(1);

    /** So that what clocks drift apart in months is not taken for a jump. */
    private static final Duration RENEWED = Duration.ofDays(1);

    private final InstantSource machine;
    private final Supplier<Duration> uptime;
    private @Nullable Reference first;

    /** What the clock said once, and when that was by the time that only passes. */
    private record Reference(Instant clock, Duration uptime) {}

    ClockGuard() {
        this(InstantSource.system(), Uptime::now);
    }

    /**
     * @param machine the clock of the machine that this runs on
     * @param uptime grows with the time that passes, whoever sets whatever clock
     */
    ClockGuard(InstantSource machine, Supplier<Duration> uptime) {
        this.machine = machine;
        this.uptime = uptime;
    }

    /**
     * @param clock what the database's clock says now
     * @param last the instant of the last event, null where there is none
     * @return why it cannot be right
     */
    synchronized Optional<ClockUntrustedException> look(Instant clock, @Nullable Instant last) {
        if (last != null && last.isAfter(clock.plus(TOLERANCE))) {
            return Optional.of(new ClockUntrustedException(Reason.BEHIND_HISTORY, clock, last));
        }
        Instant here = machine.instant();
        if (isFar(clock, here)) {
            return Optional.of(new ClockUntrustedException(Reason.OTHER_THAN_MACHINE, clock, here));
        }
        Duration now = uptime.get();
        Reference reference = first == null ? new Reference(clock, now) : first;
        Duration passed = now.minus(reference.uptime);
        Instant expected = reference.clock.plus(passed);
        if (isFar(clock, expected)) {
            return Optional.of(new ClockUntrustedException(Reason.JUMPED, clock, expected));
        }
        first = passed.compareTo(RENEWED) > 0 ? new Reference(clock, now) : reference;
        return Optional.empty();
    }

    private static boolean isFar(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(TOLERANCE) > 0;
    }
}
