package coop.laborfund.api.postgres;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every second whether a server is still there, and has it started again when it is not, for as long as that takes. */
final class ServerWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Starts the server again unless somebody has. */
    @FunctionalInterface
    interface Start {
        void startAgain() throws IOException;
    }

    private final Cluster cluster;
    private final Start start;
    private volatile boolean closed;

    /** Said once each, not every second. */
    private String lastProblem = "";

    ServerWatch(Cluster cluster, Start start) {
        this.cluster = cluster;
        this.start = start;
    }

    void begin() {
        Thread.ofPlatform().name("postgres-watch").daemon().start(this::watch);
    }

    private void watch() {
        try {
            while (!closed) {
                Thread.sleep(PAUSE);
                look();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            if (closed || cluster.isAlive()) {
                return;
            }
            LOG.warn("内置数据库 PostgreSQL 意外停止,正在重新启动。 The embedded PostgreSQL died; it is being started again.");
            start.startAgain();
            lastProblem = "";
            LOG.warn("内置数据库 PostgreSQL 已恢复。 The embedded PostgreSQL is there again.");
        } catch (IOException | RuntimeException | Error failed) {
            // Without memory too: the next look may have it, and nobody else looks.
            String problem = failed instanceof Error ? failed.toString() : String.valueOf(failed.getMessage());
            if (!problem.equals(lastProblem)) {
                LOG.error(
                        "内置数据库 PostgreSQL 无法重新启动,将继续尝试。 The embedded PostgreSQL cannot be started again, trying on: {}",
                        problem);
            }
            lastProblem = problem;
        }
    }

    /** Does not wait for a start that is under way: whoever closes holds what that waits for. */
    @Override
    public void close() {
        closed = true;
    }
}
