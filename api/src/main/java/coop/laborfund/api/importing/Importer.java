package coop.laborfund.api.importing;

import coop.laborfund.api.importing.ImportProgress.Stage;
import coop.laborfund.api.importing.ImportResult.RefusedRow;
import coop.laborfund.ledger.axon.FundDecision;
import coop.laborfund.ledger.axon.FundLedger;
import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.fund.Outcome;
import coop.laborfund.ledger.movement.MovementForm;
import coop.laborfund.ledger.movement.ReadRow;
import coop.laborfund.ledger.store.Authorship;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Imports movements files, one after another. Each is checked as a whole first, every row on the state that the rows before it
 * leave; then it is recorded fund by fund, each fund's rows all or none, decided again on that moment's state if that has moved.
 *
 * <p>One fund's rows are in memory at a time, and the decisions on the funds checked first, as far as {@link #MOST_KEPT} goes.
 */
public final class Importer {

    /**
     * Rows whose decisions are kept from the check to the recording; those of others are read and decided once more. Each takes
     * about 1 kB, and together they may take a quarter of the heap.
     */
    private static final long MOST_KEPT = Math.min(200_000, Runtime.getRuntime().maxMemory() / 4_096);

    private final FundLedger ledger;

    private final Authorship authorship;

    /** @param authorship who imports; one importer a run, so that the run's name is on all that it records */
    public Importer(FundLedger ledger, Authorship authorship) {
        this.ledger = ledger;
        this.authorship = authorship;
    }

    public ImportResult run(List<MovementsFile> files, ImportMode mode) {
        return run(files, mode, ImportWatch.NOBODY);
    }

    /** Likewise, watched by somebody who may end it between two funds. */
    public ImportResult run(List<MovementsFile> files, ImportMode mode, ImportWatch watch) {
        Tally tally = new Tally();
        for (MovementsFile file : files) {
            new FileImport(file, tally, watch).run(mode);
        }
        return tally.result();
    }

    /** A fund's well-formed rows, and where they stand. */
    private static final class Batch {
        private final List<Integer> rows = new ArrayList<>();
        private final List<Movement> movements = new ArrayList<>();
    }

    /** A batch and what was decided on it. */
    private record Decided(Batch batch, FundDecision decision) {}

    /** A fund with rows to record, and what was decided on them where that was kept. */
    private record Checked(
            String fund, int accepted, @Nullable Decided decided) {}

    /** What has come of the files so far. */
    private static final class Tally {
        private long position;
        private int recorded;
        private int alreadyRecorded;
        private int refusedCount;
        private final List<RefusedRow> refused = new ArrayList<>();
        private final List<String> fundsRecorded = new ArrayList<>();
        private final List<String> fundsNotRecorded = new ArrayList<>();

        ImportResult result() {
            return new ImportResult(
                    position,
                    recorded,
                    alreadyRecorded,
                    List.copyOf(refused),
                    refusedCount - refused.size(),
                    fundsRecorded.stream().distinct().toList(),
                    fundsNotRecorded.stream().distinct().toList());
        }

        void count(FundDecision decision) {
            position = Math.max(position, decision.position());
        }
    }

    /** One file on its way. */
    private final class FileImport {
        private final MovementsFile file;
        private final Tally tally;
        private final ImportWatch watch;
        private final RefusedRows refused;
        /** By number: rows that are refused or recorded already, which are not recorded. */
        private final BitSet leftOut = new BitSet();

        private int keptRows;

        FileImport(MovementsFile file, Tally tally, ImportWatch watch) {
            this.file = file;
            this.tally = tally;
            this.watch = watch;
            this.refused = new RefusedRows(file.name(), RefusedRows.MOST_LISTED - tally.refused.size());
        }

        void run(ImportMode mode) {
            List<Checked> checked = check(mode);
            boolean record =
                    mode == ImportMode.ACCEPT_VALID || (mode == ImportMode.ALL_OR_NONE && refused.count() == 0);
            if (record) {
                recordAll(checked);
            } else {
                checked.forEach(fund -> tally.fundsNotRecorded.add(fund.fund()));
            }
            tally.refused.addAll(refused.listed());
            tally.refusedCount += refused.count();
        }

        private List<Checked> check(ImportMode mode) {
            List<Checked> checked = new ArrayList<>();
            long rows = 0;
            for (String fund : file.funds()) {
                watch.at(Stage.CHECKING, file.name(), rows, file.rowCount());
                rows += file.rowCount(fund);
                if (watch.isCancelled()) {
                    checked.add(new Checked(fund, 0, null));
                    continue;
                }
                Batch batch = read(fund, true);
                if (!batch.movements.isEmpty()) {
                    check(fund, batch, mode == ImportMode.DRY_RUN, checked);
                }
            }
            watch.at(Stage.CHECKING, file.name(), rows, file.rowCount());
            return checked;
        }

        /** Notes what is refused, counts what is recorded already, and adds the fund if anything is left to record. */
        private void check(String fund, Batch batch, boolean dry, List<Checked> checked) {
            FundDecision decision = ledger.check(fund, batch.movements);
            tally.count(decision);
            int accepted = sort(fund, batch, decision);
            if (accepted > 0) {
                // With a row refused or known, what is to be recorded is another batch than the one decided on.
                boolean keep = !dry && accepted == batch.movements.size() && keptRows + accepted <= MOST_KEPT;
                keptRows += keep ? accepted : 0;
                checked.add(new Checked(fund, accepted, keep ? new Decided(batch, decision) : null));
            }
        }

        /** How many were accepted. */
        private int sort(String fund, Batch batch, FundDecision decision) {
            int accepted = 0;
            for (int i = 0; i < batch.movements.size(); i++) {
                int row = batch.rows.get(i);
                switch (decision.outcomes().get(i)) {
                    case Outcome.Accepted outcome -> accepted++;
                    case Outcome.AlreadyRecorded outcome -> {
                        tally.alreadyRecorded++;
                        leftOut.set(row);
                    }
                    case Outcome.Refused outcome -> {
                        refused.add(row, outcome.rejection());
                        leftOut.set(row);
                    }
                }
            }
            if (refused.isWaiting()) {
                file.forEach(fund, refused::complete);
            }
            return accepted;
        }

        /** The well-formed rows of a fund that are not left out; the first time, the malformed ones are noted. */
        private Batch read(String fund, boolean firstTime) {
            Batch batch = new Batch();
            file.forEach(fund, row -> {
                if (leftOut.get(row.number())) {
                    return;
                }
                switch (MovementForm.read(row.cells())) {
                    case ReadRow.Malformed malformed -> {
                        if (firstTime) {
                            refused.add(row, malformed.rejection());
                            leftOut.set(row.number());
                        }
                    }
                    case ReadRow.WellFormed(Movement movement) -> {
                        batch.rows.add(row.number());
                        batch.movements.add(movement);
                    }
                }
            });
            return batch;
        }

        private void recordAll(List<Checked> checked) {
            long rows = 0;
            long all = checked.stream().mapToLong(Checked::accepted).sum();
            // Each is let go of as soon as it is recorded.
            for (int i = 0; i < checked.size(); i++) {
                Checked fund = checked.get(i);
                checked.set(i, new Checked("", 0, null));
                watch.at(Stage.RECORDING, file.name(), rows, all);
                if (watch.isCancelled()) {
                    tally.fundsNotRecorded.add(fund.fund());
                } else {
                    record(fund);
                }
                rows += fund.accepted();
            }
            watch.at(Stage.RECORDING, file.name(), rows, all);
        }

        private void record(Checked checked) {
            Decided decided = checked.decided();
            Batch batch = decided == null ? read(checked.fund(), false) : decided.batch();
            FundDecision decision = decided == null
                    ? ledger.record(checked.fund(), batch.movements, authorship)
                    : ledger.record(checked.fund(), decided.decision(), authorship);
            tally.count(decision);
            int accepted = sort(checked.fund(), batch, decision);
            if (decision.recorded()) {
                tally.recorded += accepted;
                tally.fundsRecorded.add(checked.fund());
            } else {
                tally.fundsNotRecorded.add(checked.fund());
            }
            watch.fundDone(checked.fund(), accepted, decision.recorded());
        }
    }
}
