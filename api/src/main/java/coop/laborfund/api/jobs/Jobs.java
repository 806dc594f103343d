package coop.laborfund.api.jobs;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.importing.Importer;
import coop.laborfund.api.importing.MovementsFile;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports in the background, one at a time in the order in which they came. The last ones are remembered with their results
 * until newer ones take their place or the program ends.
 */
public final class ImportJobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);

    /** Waiting ones hold their rows in memory. */
    private static final int MOST_UNFINISHED = 4;

    private static final int REMEMBERED = 100;

    /** A fund of the most rows that one file may have takes well under a minute. */
    private static final long PATIENCE_SECONDS = 120;

    private final Supplier<Importer> importers;
    private final Map<String, ImportJob> jobs = new LinkedHashMap<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("import-jobs").factory());
    private boolean closed;

    /** @param importers gives each job an importer of its own */
    public ImportJobs(Supplier<Importer> importers) {
        this.importers = importers;
    }

    /** Takes an import in and closes its file in the end; empty where too many are unfinished or the program is ending. */
    public synchronized Optional<JobAnswer> submit(MovementsFile file, ImportMode mode) {
        long unfinished = jobs.values().stream()
                .filter(job -> !job.answer().state().isEnd())
                .count();
        if (closed || unfinished >= MOST_UNFINISHED) {
            file.close();
            return Optional.empty();
        }
        forgetTheOldest();
        ImportJob job = new ImportJob(importers.get(), file, mode);
        jobs.put(job.id(), job);
        thread.execute(job);
        return Optional.of(job.answer());
    }

    private void forgetTheOldest() {
        Iterator<ImportJob> oldest = jobs.values().iterator();
        while (jobs.size() >= REMEMBERED && oldest.hasNext()) {
            if (oldest.next().answer().state().isEnd()) {
                oldest.remove();
            }
        }
    }

    public synchronized Optional<JobAnswer> find(String id) {
        return Optional.ofNullable(jobs.get(id)).map(ImportJob::answer);
    }

    /** Ends a job before its next fund, or before it begins; empty where there is none of that id. */
    public synchronized Optional<JobAnswer> cancel(String id) {
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
            List.copyOf(jobs.values()).forEach(ImportJob::cancel);
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("an import has not come to its end; what is not recorded is rolled back");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
