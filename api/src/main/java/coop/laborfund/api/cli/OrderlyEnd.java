package coop.laborfund.api.cli;

import coop.laborfund.api.app.LedgerNode;
import coop.laborfund.ledger.fund.Outcome;
import java.io.PrintWriter;
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
final class OrderlyEnd {

    private static final AtomicBoolean UNDER_WAY = new AtomicBoolean();

    /** A process runs one command, so one hook is enough, for the ledger opened last. */
    private static final AtomicReference<@Nullable OrderlyEnd> CURRENT = new AtomicReference<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(OrderlyEnd::endCurrent, "orderly-end"));
    }

    private final LedgerNode node;
    private final PrintWriter err;
    private volatile AutoCloseable outermost;
    private final AtomicLong rows = new AtomicLong();
    private final Set<String> funds = new ConcurrentSkipListSet<>();

    private OrderlyEnd(LedgerNode node, PrintWriter err) {
        this.node = node;
        this.err = err;
        this.outermost = node;
    }

    /** From here on the process does not end without the node being closed. */
    static OrderlyEnd of(LedgerNode node, PrintWriter err) {
        OrderlyEnd end = new OrderlyEnd(node, err);
        node.ledger().observe((fund, decision, check, took) -> {
            if (decision.recorded() && !check) {
                end.funds.add(fund);
                end.rows.addAndGet(decision.outcomes().stream()
                        .filter(Outcome.Accepted.class::isInstance)
                        .count());
            }
        });
        CURRENT.set(end);
        return end;
    }

    /** What is to be closed instead of the node, as it closes the node itself. */
    void closes(AutoCloseable more) {
        outermost = more;
    }

    /** Whether the process was told to end, and errors are only what comes of that. */
    static boolean isUnderWay() {
        return UNDER_WAY.get();
    }

    private static void endCurrent() {
        OrderlyEnd current = CURRENT.get();
        if (current != null && !current.node.isClosed()) {
            UNDER_WAY.set(true);
            current.run();
        }
    }

    private void run() {
        try {
            // First, so that whoever imports does not begin another fund.
            node.ledger().stop();
            outermost.close();
            node.close();
        } catch (Exception failed) {
            err.println("停止时出错 · failed while stopping: " + failed);
        }
        err.println("已按要求停止:本次已记录 %d 行,%d 个基金,手头的基金已记完。没有记完的文件,再导入一次即可补齐。".formatted(rows.get(), funds.size()));
        err.println(
                "Stopped as asked: %d rows of %d funds were recorded, the fund in hand to its end. A file that was not finished is completed by importing it again."
                        .formatted(rows.get(), funds.size()));
        err.flush();
    }
}
