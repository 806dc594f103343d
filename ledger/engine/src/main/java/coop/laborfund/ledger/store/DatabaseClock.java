package coop.laborfund.ledger.store;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The database's time, carried on for a moment after it was read by a clock that nobody sets. For one thread alone. */
final class DatabaseClock {

    /** Two clocks part by microseconds in it, and thousands of events are recorded. */
    private static final Duration CARRIED = Duration.ofSeconds(1);

    private final LongSupplier nanos;
    private @Nullable OffsetDateTime read;
    private long readAt;

    DatabaseClock() {
        this(System::nanoTime);
    }

    /** @param nanos as {@link System#nanoTime} */
    DatabaseClock(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Takes down what the database says. */
    void read(OffsetDateTime now) {
        read = now;
        readAt = nanos.getAsLong();
    }

    /** In whole microseconds, as the database keeps them; null where it has to be read again. */
    @Nullable
    OffsetDateTime now() {
        long passed = nanos.getAsLong() - readAt;
        return read == null || passed > CARRIED.toNanos() ? null : read.plusNanos(passed / 1_000 * 1_000);
    }

    void forget() {
        read = null;
    }
}
