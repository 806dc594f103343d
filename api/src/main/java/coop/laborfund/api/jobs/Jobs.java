package coop.laborfund.api.jobs;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports and roll-ups in the background, one at a time in the order in which they came. The last ones are remembered with their results
 * until newer ones take their place or the program ends.
 */
public final class Jobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    /** Waiting imports hold their rows in memory. */
    private static final int MOST_UNFINISHED = 4;

    private static final int REMEMBERED = 100;

    /** A fund of the most rows that one file may have takes well under a minute. */
    private static final long PATIENCE_SECONDS = 120;

    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("jobs").factory());
    private boolean closed;

    /** Takes a job in; empty, and the job is cancelled, where too many are unfinished or the program is ending. */
    public synchronized Optional<JobStanding> submit(Job job) {
        long unfinished = jobs.values().stream()
                .filter(each -> !each.answer().state().isEnd())
                .count();
        if (closed || unfinished >= MOST_UNFINISHED) {
            job.cancel();
            return Optional.empty();
        }
        forgetTheOldest();
        jobs.put(job.id(), job);
        thread.execute(job);
        return Optional.of(job.answer());
    }

    private void forgetTheOldest() {
        Iterator<Job> oldest = jobs.values().iterator();
        while (jobs.size() >= REMEMBERED && oldest.hasNext()) {
            if (oldest.next().answer().state().isEnd()) {
                oldest.remove();
            }
        }
    }

    public synchronized Optional<JobStanding> find(String id) {
        return Optional.ofNullable(jobs.get(id)).map(Job::answer);
    }

    /** Ends a job before its next fund, or before it begins; empty where there is none of that id. */
    public synchronized Optional<JobStanding> cancel(String id) {
        return Optional.ofNullable(jobs.get(id)).map(job -> {
            job.cancel();
            return job.answer();
        });
    }

    /** Lets the fund that is being recorded come to its end, and begins nothing more. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            List.copyOf(jobs.values()).forEach(Job::cancel);
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a job has not come to its end; what is not recorded is rolled back");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
