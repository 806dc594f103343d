package coop.laborfund.api.importing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Notices whether anybody else records while an import does: people wait for their answers, an import can take its time. */
final class Company {

    /** For so long after somebody has recorded something, he may be about to do it again. */
    private static final Duration LINGERS = Duration.ofSeconds(1);

    private final LongSupplier recordings;
    private final LongSupplier nanos;
    private final AtomicLong own = new AtomicLong();
    private long others;
    private long noticedAt;

    /** @param recordings how many there have been altogether, the import's own included */
    Company(LongSupplier recordings) {
        this(recordings, System::nanoTime);
    }

    /** @param nanos as {@link System#nanoTime} */
    Company(LongSupplier recordings, LongSupplier nanos) {
        this.recordings = recordings;
        this.nanos = nanos;
        this.others = recordings.getAsLong();
        this.noticedAt = nanos.getAsLong() - LINGERS.toNanos();
    }

    /** The import is about to record something itself; on any thread. */
    void exceptOne() {
        own.incrementAndGet();
    }

    /** Whether somebody has recorded something just now. For one thread. */
    boolean isThere() {
        // What the import has under way counts as its own already and not yet as recorded, so this errs towards fewer.
        long now = recordings.getAsLong() - own.get();
        if (now > others) {
            others = now;
            noticedAt = nanos.getAsLong();
        }
        return nanos.getAsLong() - noticedAt < LINGERS.toNanos();
    }
}
