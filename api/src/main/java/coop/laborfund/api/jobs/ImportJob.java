package coop.laborfund.api.jobs;

import coop.laborfund.api.importing.ImportMode;
import coop.laborfund.api.importing.ImportResult;
import coop.laborfund.api.importing.ImportWatch;
import coop.laborfund.api.importing.Importer;
import coop.laborfund.api.importing.MovementsFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An import on its way; closes its file in the end. */
public final class ImportJob extends Job implements ImportWatch {

    private final Importer importer;
    private final ImportMode mode;
    private final String file;
    private final int rows;

    /** Let go of at the end: a result is kept for a while, the rows need not be. */
    private @Nullable MovementsFile movements;

    private int rowsChecked;
    private int rowsRecorded;
    private @Nullable ImportResult result;

    /** @param importer the job's own */
    public ImportJob(Importer importer, MovementsFile movements, ImportMode mode) {
        this.importer = importer;
        this.movements = movements;
        this.mode = mode;
        file = movements.name();
        rows = movements.rowCount();
    }

    @Override
    JobState work() {
        try (MovementsFile taken = take()) {
            return taken == null ? JobState.CANCELLED : end(importer.run(List.of(taken), mode, this));
        }
    }

    private synchronized @Nullable MovementsFile take() {
        MovementsFile taken = movements;
        movements = null;
        return taken;
    }

    private synchronized JobState end(ImportResult ended) {
        result = ended;
        if (isCancelling() && !ended.fundsNotRecorded().isEmpty()) {
            return JobState.CANCELLED;
        }
        return ended.isDone(mode) ? JobState.DONE : JobState.REFUSED;
    }

    @Override
    void letGo() {
        MovementsFile waiting = take();
        if (waiting != null) {
            waiting.close();
        }
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
    public boolean isCancelled() {
        return isCancelling();
    }

    @Override
    JobStanding answer(String id, JobState state, boolean cancelling) {
        return new JobAnswer(
                id, state, file, rows, rowsChecked, rowsRecorded, cancelling, state.isEnd() ? result : null);
    }
}
