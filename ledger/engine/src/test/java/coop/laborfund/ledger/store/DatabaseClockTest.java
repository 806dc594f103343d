package coop.laborfund.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {

    private static final OffsetDateTime READ = OffsetDateTime.parse("2026-11-26T08:00:00.000001Z");

    private final AtomicLong nanos = new AtomicLong(-5);
    private final DatabaseClock clock = new DatabaseClock(nanos::get);

    @Test
    void carriesOnInWholeMicroseconds() {
        clock.read(READ);
        assertThat(clock.now()).isEqualTo(READ);
        nanos.addAndGet(999);
        assertThat(clock.now()).isEqualTo(READ);
        nanos.addAndGet(1_001);
        assertThat(clock.now()).isEqualTo(READ.plusNanos(2_000));
        nanos.addAndGet(999_998_000);
        assertThat(clock.now()).isEqualTo(READ.plusSeconds(1));
    }

    @Test
    void isToBeReadAgainAfterASecond() {
        assertThat(clock.now()).isNull();
        clock.read(READ);
        nanos.addAndGet(1_000_000_001);
        assertThat(clock.now()).isNull();
        clock.read(READ);
        clock.forget();
        assertThat(clock.now()).isNull();
    }
}
