package coop.laborfund.api.importing;

import coop.laborfund.api.importing.ImportProgress.Stage;
import coop.laborfund.ledger.door.FundDecision;
import coop.laborfund.ledger.door.Recorder;
import coop.laborfund.ledger.door.Requester;
import coop.laborfund.ledger.fund.Outcome;
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

    /** A fund's batch and what was decided on it, null where there was nothing to decide. */
    private record Decided(
            String fund, Batch batch, @Nullable FundDecision decision, List<RowNote> warnings) {}

    /** A fund with rows to record, and what was decided on them where that was kept. */
    private record Checked(
            String fund, int accepted, @Nullable Decided decided) {}

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
            this.refused = new RefusedRows(file.name(), tally.mayList(), watch);
        }

        void run(ImportMode mode) {
            tally.begin(file);
            List<Checked> checked = check(mode);
            boolean all = refused.count() == 0 || mode.acceptsValid();
            if (all && !mode.isDryRun()) {
                recordAll(checked);
            } else {
                checked.forEach(fund -> tally.notRecorded(fund.fund()));
            }
            if (all && mode.isDryRun()) {
                tally.wouldRecord(checked.stream().mapToInt(Checked::accepted).sum());
            }
            tally.refused(refused);
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
            FundWarnings warnings = new FundWarnings(file.name());
            Batch batch = read(fund, warnings);
            FundDecision decision = batch.size() == 0 ? null : ledger.check(fund, batch.movements(), requester);
            return new Decided(fund, batch, decision, warnings.of(fund, batch, decision, ledger.likes(), file));
        }

        /** Notes what is refused, counts what is recorded already, and adds the fund if anything is left to record. */
        private void note(Decided decided, ImportMode mode, List<Checked> checked) {
            Batch batch = decided.batch();
            tally.warn(decided.warnings());
            for (Batch.Malformed malformed : batch.malformed()) {
                refused.add(malformed.index(), malformed.rejection());
                leftOut.set(malformed.index());
            }
            // They are noted now; the batch may be kept.
            batch.malformed().clear();
            FundDecision decision = decided.decision();
            int accepted = decision == null ? 0 : sort(batch, decision, leftOut);
            completeRefused(decided.fund());
            if (decision != null) {
                tally.count(decision);
            }
            if (accepted > 0) {
                // With a row refused or known, what is to be recorded is another batch than the one decided on.
                boolean keep = !mode.isDryRun() && accepted == batch.size() && keptRows + accepted <= MOST_KEPT;
                keptRows += keep ? accepted : 0;
                checked.add(new Checked(decided.fund(), accepted, keep ? decided : null));
            }
        }

        /**
         * How many were accepted.
         *
         * @param others takes the rows that were not, by index
         */
        private int sort(Batch batch, FundDecision decision, BitSet others) {
            int accepted = 0;
            for (int i = 0; i < batch.size(); i++) {
                int row = batch.rows().get(i).index();
                switch (decision.outcomes().get(i)) {
                    case Outcome.Accepted outcome -> accepted++;
                    case Outcome.AlreadyRecorded outcome -> {
                        tally.alreadyRecorded();
                        others.set(row);
                    }
                    case Outcome.Refused outcome -> {
                        refused.add(row, outcome.rejection());
                        others.set(row);
                    }
                }
            }
            return accepted;
        }

        private void completeRefused(String fund) {
            if (refused.isWaiting()) {
                file.forEach(fund, refused::complete);
            }
        }

        /**
         * The rows of a fund that are not left out.
         *
         * @param warnings looks at them; null where that was done before
         */
        private Batch read(String fund, @Nullable FundWarnings warnings) {
            Batch batch = new Batch();
            file.forEach(fund, row -> {
                if (leftOut.get(row.index())) {
                    return;
                }
                if (warnings != null) {
                    warnings.look(row);
                }
                if (row.passedOver()) {
                    return;
                }
                switch (row.read()) {
                    case ReadRow.Malformed(Rejection rejection) -> batch.add(row, rejection);
                    case ReadRow.WellFormed read -> {
                        batch.add(row, read.movement());
                        if (warnings != null) {
                            warnings.look(row, read);
                        }
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
                        tally.notRecorded(fund.fund());
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
                return new Decided(fund, decided.batch(), ledger.record(fund, decision, requester), List.of());
            }
            Batch batch = read(fund, null);
            return new Decided(fund, batch, ledger.record(fund, batch.movements(), requester), List.of());
        }

        /** Takes down what came of recording a fund; how many of its rows are done with. */
        private int count(Decided recorded) {
            FundDecision decision = Objects.requireNonNull(recorded.decision());
            tally.count(decision);
            // Nobody reads the fund's rows again, but others are reading what is left out.
            int accepted = sort(recorded.batch(), decision, new BitSet());
            completeRefused(recorded.fund());
            if (decision.recorded()) {
                tally.recorded(recorded.fund(), accepted);
            } else {
                tally.notRecorded(recorded.fund());
            }
            watch.fundDone(recorded.fund(), accepted, decision.recorded());
            return recorded.batch().size();
        }
    }
}
