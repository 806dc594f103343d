package coop.laborfund.api.jobs;

import coop.laborfund.ledger.door.LedgerStoppedException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that goes on after the request that asked for it. Read by requests while it runs on the jobs' thread. */
public abstract class Job implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Job.class);

    private final String id = UUID.randomUUID().toString();
    private JobState state = JobState.WAITING;
    private boolean cancelling;

    final String id() {
        return id;
    }

    @Override
    public final void run() {
        if (!begin()) {
            return;
        }
        JobState end = JobState.FAILED;
        try {
            end = work();
        } catch (LedgerStoppedException stopped) {
            // The program is told to end: nothing failed, and what is recorded is whole funds.
            end = JobState.CANCELLED;
        } catch (RuntimeException | Error failed) {
            LOG.error("job {} failed", id, failed);
        } finally {
            end(end);
        }
    }

    private synchronized boolean begin() {
        boolean waiting = state == JobState.WAITING;
        if (waiting) {
            state = JobState.RUNNING;
        }
        return waiting;
    }

    private synchronized void end(JobState how) {
        state = how;
    }

    /** Does the work once, and says how it ended; asks now and then whether it is cancelled. */
    abstract JobState work();

    /** Lets go of what the work would have needed: it will not begin. */
    abstract void letGo();

    /** Ends it before its next fund; a job that has ended stays as it is. */
    final synchronized void cancel() {
        if (state == JobState.WAITING) {
            state = JobState.CANCELLED;
            letGo();
        }
        cancelling = !state.isEnd() || cancelling;
    }

    final synchronized boolean isCancelling() {
        return cancelling;
    }

    final synchronized JobStanding answer() {
        return answer(id, state, cancelling);
    }

    /** How it stands; called by one thread at a time, which holds the job. */
    abstract JobStanding answer(String id, JobState state, boolean cancelling);
}
