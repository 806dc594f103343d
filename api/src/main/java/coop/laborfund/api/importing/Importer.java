package coop.laborfund.api.importing;

import coop.laborfund.api.importing.ImportProgress.Stage;
import coop.laborfund.api.importing.ImportResult.RefusedRow;
import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.door.FundDecision;
import coop.laborfund.ledger.door.Recorder;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.ledger.fund.Outcome;
import coop.laborfund.ledger.movement.MovementForm;
import coop.laborfund.ledger.movement.ReadRow;
import coop.laborfund.ledger.refusal.Rejection;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Imports movements files, one after another. Each is checked as a whole first, every row on the state that the rows before it
 * leave; then it is recorded fund by fund, each fund's rows all or none, decided again on that moment's state if that has moved.
 *
 * <p>Funds know nothing of each other, so a few are checked and recorded at a time; what came of them is put together in the
 * order of the file. Their rows are in memory, and the decisions on the funds checked first, as far as {@link #MOST_KEPT} goes.
 */
public final class Importer {

    /**
     * Rows whose decisions are kept from the check to the recording; those of others are read and decided once more. With
     * 1 kB for each, together they may take half of the heap.
     */
    private static final long MOST_KEPT =
            Math.min(1_000_000, Runtime.getRuntime().maxMemory() / 2_048);

    /** Checking is all computing: more would only take it from others' commands. */
    private static final int CHECKERS = 2;

    /**
     * Some encode while others wait for the database, which takes in several small funds at once. With anybody else about it is
     * one: the others would only take from the writer, for whom everybody waits.
     */
    private static final int RECORDERS = 4;

    private final Recorder ledger;

    private final Requester requester;
    private final Company company;

    /** @param requester who imports; one importer a run, so that the run's name is on all that it records */
    public Importer(Recorder ledger, Requester requester) {
        this.ledger = ledger;
        this.requester = requester;
        this.company = new Company(ledger::recordings);
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

    /** A fund's well-formed rows, where they stand, and what was wrong with the others. */
    private static final class Batch {
        private final List<Integer> rows = new ArrayList<>();
        private final List<Movement> movements = new ArrayList<>();
        private final List<Malformed> malformed = new ArrayList<>();
    }

    private record Malformed(FileRow row, Rejection rejection) {}

    /** A fund's batch and what was decided on it, null where there was nothing to decide. */
    private record Decided(
            String fund, Batch batch, @Nullable FundDecision decision) {}

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
            try (InOrder<Decided> work =
                    new InOrder<>(file.rowCount(), CHECKERS, () -> false, decided -> note(decided, mode, checked))) {
                for (String fund : file.funds()) {
                    work.makeRoom(file.rowCount(fund));
                    watch.at(Stage.CHECKING, file.name(), rows, file.rowCount());
                    rows += file.rowCount(fund);
                    if (watch.isCancelled()) {
                        work.finish();
                        checked.add(new Checked(fund, 0, null));
                    } else {
                        work.handIn(file.rowCount(fund), () -> decide(fund));
                    }
                }
                work.finish();
            }
            watch.at(Stage.CHECKING, file.name(), rows, file.rowCount());
            return checked;
        }

        private Decided decide(String fund) {
            Batch batch = read(fund);
            return new Decided(
                    fund, batch, batch.movements.isEmpty() ? null : ledger.check(fund, batch.movements, requester));
        }

        /** Notes what is refused, counts what is recorded already, and adds the fund if anything is left to record. */
        private void note(Decided decided, ImportMode mode, List<Checked> checked) {
            Batch batch = decided.batch();
            for (Malformed malformed : batch.malformed) {
                refused.add(malformed.row(), malformed.rejection());
                leftOut.set(malformed.row().number());
            }
            // They are listed now; the batch may be kept.
            batch.malformed.clear();
            FundDecision decision = decided.decision();
            if (decision == null) {
                return;
            }
            tally.count(decision);
            int accepted = sort(decided.fund(), batch, decision, leftOut);
            if (accepted > 0) {
                // With a row refused or known, what is to be recorded is another batch than the one decided on.
                boolean keep = mode != ImportMode.DRY_RUN
                        && accepted == batch.movements.size()
                        && keptRows + accepted <= MOST_KEPT;
                keptRows += keep ? accepted : 0;
                checked.add(new Checked(decided.fund(), accepted, keep ? decided : null));
            }
        }

        /**
         * How many were accepted.
         *
         * @param others takes the rows that were not
         */
        private int sort(String fund, Batch batch, FundDecision decision, BitSet others) {
            int accepted = 0;
            for (int i = 0; i < batch.movements.size(); i++) {
                int row = batch.rows.get(i);
                switch (decision.outcomes().get(i)) {
                    case Outcome.Accepted outcome -> accepted++;
                    case Outcome.AlreadyRecorded outcome -> {
                        tally.alreadyRecorded++;
                        others.set(row);
                    }
                    case Outcome.Refused outcome -> {
                        refused.add(row, outcome.rejection());
                        others.set(row);
                    }
                }
            }
            if (refused.isWaiting()) {
                file.forEach(fund, refused::complete);
            }
            return accepted;
        }

        /** The rows of a fund that are not left out. */
        private Batch read(String fund) {
            Batch batch = new Batch();
            file.forEach(fund, row -> {
                if (leftOut.get(row.number())) {
                    return;
                }
                switch (MovementForm.read(row.cells())) {
                    case ReadRow.Malformed(Rejection rejection) -> batch.malformed.add(new Malformed(row, rejection));
                    case ReadRow.WellFormed(Movement movement) -> {
                        batch.rows.add(row.number());
                        batch.movements.add(movement);
                    }
                }
            });
            return batch;
        }

        private void recordAll(List<Checked> checked) {
            long all = checked.stream().mapToLong(Checked::accepted).sum();
            long[] rows = new long[1];
            try (InOrder<Decided> work = new InOrder<>(
                    file.rowCount(), RECORDERS, company::isThere, recorded -> rows[0] += count(recorded))) {
                // Each is let go of as soon as it is recorded.
                for (int i = 0; i < checked.size(); i++) {
                    Checked fund = checked.get(i);
                    work.makeRoom(fund.accepted());
                    checked.set(i, new Checked("", 0, null));
                    watch.at(Stage.RECORDING, file.name(), rows[0], all);
                    if (watch.isCancelled()) {
                        work.finish();
                        tally.fundsNotRecorded.add(fund.fund());
                        rows[0] += fund.accepted();
                    } else {
                        work.handIn(fund.accepted(), () -> record(fund));
                    }
                }
                work.finish();
            }
            watch.at(Stage.RECORDING, file.name(), all, all);
        }

        private Decided record(Checked checked) {
            String fund = checked.fund();
            Decided decided = checked.decided();
            FundDecision decision = decided == null ? null : decided.decision();
            company.exceptOne();
            if (decided != null && decision != null) {
                return new Decided(fund, decided.batch(), ledger.record(fund, decision, requester));
            }
            Batch batch = read(fund);
            return new Decided(fund, batch, ledger.record(fund, batch.movements, requester));
        }

        /** Takes down what came of recording a fund; how many of its rows are done with. */
        private int count(Decided recorded) {
            FundDecision decision = Objects.requireNonNull(recorded.decision());
            tally.count(decision);
            // Nobody reads the fund's rows again, but others are reading what is left out.
            int accepted = sort(recorded.fund(), recorded.batch(), decision, new BitSet());
            if (decision.recorded()) {
                tally.recorded += accepted;
                tally.fundsRecorded.add(recorded.fund());
            } else {
                tally.fundsNotRecorded.add(recorded.fund());
            }
            watch.fundDone(recorded.fund(), accepted, decision.recorded());
            return recorded.batch().movements.size();
        }
    }
}
