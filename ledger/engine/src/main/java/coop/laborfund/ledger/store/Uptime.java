package coop.laborfund.ledger.store;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Time that only passes, whoever sets the clock; where the system tells it, also while a machine sleeps. */
final class Uptime {

    /** Linux: seconds since the machine was started, those included in which it slept, which {@link System#nanoTime} leaves out. */
    private static final Path SINCE_BOOT = Path.of("/proc/uptime");

    private static final int MILLIS = 3;

    private static final boolean TELLS = Files.isReadable(SINCE_BOOT);

    private Uptime() {}

    /** Since some moment that stays the same as long as this program runs. */
    static Duration now() {
        return TELLS ? sinceBoot() : Duration.ofNanos(System.nanoTime());
    }

    private static Duration sinceBoot() {
        try {
            String seconds =
                    Files.readString(SINCE_BOOT, StandardCharsets.US_ASCII).split(" ", 2)[0];
            return Duration.ofMillis(
                    new BigDecimal(seconds).movePointRight(MILLIS).longValue());
        } catch (IOException | NumberFormatException unreadable) {
            throw new IllegalStateException("the machine does not tell how long it has been running", unreadable);
        }
    }
}
