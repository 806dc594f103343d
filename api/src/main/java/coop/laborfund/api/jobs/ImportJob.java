package coop.laborfund.api.jobs;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.importing.ImportResult;
import coop.laborfund.api.importing.ImportWatch;
import coop.laborfund.api.importing.Importer;
import coop.laborfund.api.importing.MovementsFile;
import coop.laborfund.ledger.door.LedgerStoppedException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An import on its way. Read by requests while it runs on the jobs' thread. */
final class ImportJob implements ImportWatch, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);

    private final String id = UUID.randomUUID().toString();
    private final Importer importer;
    private final ImportMode mode;
    private final String file;
    private final int rows;

    /** Let go of at the end: a result is kept for a while, the rows need not be. */
    private @Nullable MovementsFile movements;

    private JobState state = JobState.WAITING;
    private int rowsChecked;
    private int rowsRecorded;
    private boolean cancelling;
    private @Nullable ImportResult result;

    ImportJob(Importer importer, MovementsFile movements, ImportMode mode) {
        this.importer = importer;
        this.movements = movements;
        this.mode = mode;
        file = movements.name();
        rows = movements.rowCount();
    }

    String id() {
        return id;
    }

    @Override
    public void run() {
        MovementsFile taken = begin();
        if (taken == null) {
            return;
        }
        try (taken) {
            end(importer.run(List.of(taken), mode, this));
        } catch (LedgerStoppedException stopped) {
            // The program is told to end: nothing failed, and what is recorded is whole funds.
            end(JobState.CANCELLED);
        } catch (RuntimeException failed) {
            LOG.error("import job {} failed", id, failed);
            end(JobState.FAILED);
        }
    }

    /** The rows, unless the job has ended before its turn. */
    private synchronized @Nullable MovementsFile begin() {
        MovementsFile taken = movements;
        movements = null;
        if (state == JobState.WAITING) {
            state = JobState.RUNNING;
        }
        return taken;
    }

    private synchronized void end(ImportResult ended) {
        result = ended;
        if (cancelling && !ended.fundsNotRecorded().isEmpty()) {
            state = JobState.CANCELLED;
        } else {
            state = ended.isDone(mode) ? JobState.DONE : JobState.REFUSED;
        }
    }

    /** Without a result. */
    private synchronized void end(JobState how) {
        state = how;
    }

    /** Ends it before its next fund; a job that has ended stays as it is. */
    synchronized void cancel() {
        MovementsFile waiting = movements;
        if (state == JobState.WAITING && waiting != null) {
            state = JobState.CANCELLED;
            waiting.close();
            movements = null;
        }
        cancelling = !state.isEnd() || cancelling;
    }

    @Override
    public synchronized void at(Stage stage, String name, long done, long total) {
        if (stage == Stage.CHECKING) {
            rowsChecked = Math.toIntExact(done);
        }
    }

    @Override
    public synchronized void fundDone(String fund, int more, boolean recorded) {
        rowsRecorded += recorded ? more : 0;
    }

    @Override
    public synchronized boolean isCancelled() {
        return cancelling;
    }

    synchronized JobAnswer answer() {
        return new JobAnswer(id, state, file, rows, rowsChecked, rowsRecorded, cancelling, result);
    }
}
