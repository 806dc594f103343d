package coop.laborfund.api.importing;

import coop.laborfund.api.importing.ImportResult.RefusedRow;
import coop.laborfund.ledger.axon.FundDecision;
import coop.laborfund.ledger.axon.FundLedger;
import coop.laborfund.ledger.command.Movement;
import coop.laborfund.ledger.fund.Outcome;
import coop.laborfund.ledger.movement.MovementForm;
import coop.laborfund.ledger.movement.ReadRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.SequencedMap;

/**
 * Imports movements files, one after another. Each is checked as a whole first, every row on the state that the rows before it
 * leave; then it is recorded fund by fund, each fund's rows all or none, decided again on that moment's state.
 */
public final class Importer {

    private final FundLedger ledger;

    public Importer(FundLedger ledger) {
        this.ledger = ledger;
    }

    public ImportResult run(List<MovementsFile> files, ImportMode mode) {
        return run(files, mode, ImportWatch.NOBODY);
    }

    /** Where the watch ends it, funds recorded so far stay and the result names the others as not recorded. */
    public ImportResult run(List<MovementsFile> files, ImportMode mode, ImportWatch watch) {
        Tally tally = new Tally();
        for (MovementsFile file : files) {
            new FileImport(file, tally, watch).run(mode);
        }
        return tally.result();
    }

    /** A row that is well formed. */
    private record Candidate(FileRow row, Movement movement) {}

    /** What has come of the files so far. */
    private static final class Tally {
        private long position;
        private int recorded;
        private int alreadyRecorded;
        private final List<RefusedRow> refused = new ArrayList<>();
        private final List<String> fundsRecorded = new ArrayList<>();
        private final List<String> fundsNotRecorded = new ArrayList<>();

        ImportResult result() {
            return new ImportResult(
                    position,
                    recorded,
                    alreadyRecorded,
                    List.copyOf(refused),
                    fundsRecorded.stream().distinct().toList(),
                    fundsNotRecorded.stream().distinct().toList());
        }
    }

    /** One file on its way. */
    private final class FileImport {
        private final MovementsFile file;
        private final Tally tally;
        private final ImportWatch watch;
        private final List<RefusedRow> refused = new ArrayList<>();

        FileImport(MovementsFile file, Tally tally, ImportWatch watch) {
            this.file = file;
            this.tally = tally;
            this.watch = watch;
        }

        void run(ImportMode mode) {
            SequencedMap<String, List<Candidate>> checked = check(wellFormedByFund());
            boolean record = mode == ImportMode.ACCEPT_VALID || (mode == ImportMode.ALL_OR_NONE && refused.isEmpty());
            for (Entry<String, List<Candidate>> fund : checked.entrySet()) {
                if (record && !watch.isCancelled()) {
                    record(fund.getKey(), fund.getValue());
                } else if (!fund.getValue().isEmpty()) {
                    tally.fundsNotRecorded.add(fund.getKey());
                }
            }
            refused.sort(Comparator.comparingInt(RefusedRow::row));
            tally.refused.addAll(refused);
        }

        /** Funds in the order in which they first appear. */
        private SequencedMap<String, List<Candidate>> wellFormedByFund() {
            SequencedMap<String, List<Candidate>> funds = new LinkedHashMap<>();
            for (FileRow row : file.rows()) {
                switch (MovementForm.read(row.cells())) {
                    case ReadRow.Malformed malformed ->
                        refused.add(RefusedRow.of(file.name(), row, malformed.rejection()));
                    case ReadRow.WellFormed(Movement movement) ->
                        funds.computeIfAbsent(movement.command().fund(), fund -> new ArrayList<>())
                                .add(new Candidate(row, movement));
                }
            }
            return funds;
        }

        /** Each fund's rows that can be recorded; the others are noted as refused, those recorded already are counted. */
        private SequencedMap<String, List<Candidate>> check(Map<String, List<Candidate>> funds) {
            SequencedMap<String, List<Candidate>> accepted = new LinkedHashMap<>();
            funds.forEach((fund, candidates) -> {
                if (watch.isCancelled()) {
                    accepted.put(fund, candidates);
                    return;
                }
                FundDecision decision = ledger.check(fund, movements(candidates));
                tally.position = Math.max(tally.position, decision.position());
                accepted.put(fund, sort(candidates, decision));
                watch.checked(candidates.size());
            });
            return accepted;
        }

        private List<Candidate> sort(List<Candidate> candidates, FundDecision decision) {
            List<Candidate> accepted = new ArrayList<>();
            for (int i = 0; i < candidates.size(); i++) {
                Candidate candidate = candidates.get(i);
                switch (decision.outcomes().get(i)) {
                    case Outcome.Accepted outcome -> accepted.add(candidate);
                    case Outcome.AlreadyRecorded outcome -> tally.alreadyRecorded++;
                    case Outcome.Refused outcome ->
                        refused.add(RefusedRow.of(file.name(), candidate.row(), outcome.rejection()));
                }
            }
            return accepted;
        }

        private void record(String fund, List<Candidate> candidates) {
            if (candidates.isEmpty()) {
                return;
            }
            FundDecision decision = ledger.record(fund, movements(candidates));
            tally.position = Math.max(tally.position, decision.position());
            List<Candidate> accepted = sort(candidates, decision);
            if (decision.recorded()) {
                tally.recorded += accepted.size();
                tally.fundsRecorded.add(fund);
            } else {
                tally.fundsNotRecorded.add(fund);
            }
            watch.fundDone(fund, accepted.size(), decision.recorded());
        }

        private static List<Movement> movements(List<Candidate> candidates) {
            return candidates.stream().map(Candidate::movement).toList();
        }
    }
}
