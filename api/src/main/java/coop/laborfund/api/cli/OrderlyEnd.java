package coop.laborfund.api.cli;

import coop.laborfund.api.app.OpenLedger;
import coop.laborfund.ledger.door.FundDecision;
import coop.laborfund.ledger.door.LedgerObserver;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What happens when the process is told to end (SIGTERM, Ctrl-C) with a ledger open: the fund in hand is recorded to its end,
 * connections are closed, an embedded PostgreSQL that nobody else uses is stopped, and a sentence says what was recorded.
 */
final class OrderlyEnd implements LedgerObserver {

    private static final AtomicBoolean UNDER_WAY = new AtomicBoolean();

    /** A process runs one command, so one hook is enough, for the ledger opened last. */
    private static final AtomicReference<@Nullable OrderlyEnd> CURRENT = new AtomicReference<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(OrderlyEnd::endCurrent, "orderly-end"));
    }

    private final PrintWriter err;
    private volatile @Nullable OpenLedger ledger;
    private volatile @Nullable AutoCloseable outermost;
    private final AtomicLong rows = new AtomicLong();
    private final Set<String> funds = new ConcurrentSkipListSet<>();

    /** @param err where it says what was recorded */
    OrderlyEnd(PrintWriter err) {
        this.err = err;
    }

    /** From here on the process does not end without this ledger being closed, whose recordings are told to this. */
    void guard(OpenLedger opened) {
        ledger = opened;
        CURRENT.set(this);
    }

    @Override
    public void answered(String fund, FundDecision decision, boolean check, Duration took) {
        if (decision.recorded() && !check && decision.accepted() > 0) {
            funds.add(fund);
            rows.addAndGet(decision.accepted());
        }
    }

    /** What is to be closed before the ledger. */
    void closes(AutoCloseable more) {
        outermost = more;
    }

    /** Whether the process was told to end, and errors are only what comes of that. */
    static boolean isUnderWay() {
        return UNDER_WAY.get();
    }

    private static void endCurrent() {
        OrderlyEnd current = CURRENT.get();
        OpenLedger open = current == null ? null : current.ledger;
        if (current != null && open != null && !open.isClosed()) {
            UNDER_WAY.set(true);
            current.run(open);
        }
    }

    private void run(OpenLedger open) {
        try (open) {
            // First, so that whoever imports does not begin another fund.
            open.stopRecording();
            AutoCloseable first = outermost;
            if (first != null) {
                first.close();
            }
        } catch (Exception failed) {
            err.println(CommandWords.of("end.failed").dotted() + ": " + failed);
        }
        err.println(CommandWords.of("end.recorded", rows.get(), funds.size()).lines());
        err.flush();
    }
}
