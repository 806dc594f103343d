package coop.laborfund.api.importing;

import coop.laborfund.ledger.door.FundDecision;
import java.util.ArrayList;
import java.util.List;

/** What has come of the files so far. */
final class Tally {

    /** Listed of one import: each is to be looked at by somebody. */
    private static final int MOST_WARNINGS = 10_000;

    private long position;
    private int recorded;
    private int wouldRecord;
    private int alreadyRecorded;
    private int refusedCount;
    private int warningCount;
    private final List<RowNote> refused = new ArrayList<>();
    private final List<RowNote> warnings = new ArrayList<>();
    private final List<String> sheetsRead = new ArrayList<>();
    private final List<String> sheetsNotRead = new ArrayList<>();
    private final List<String> fundsRecorded = new ArrayList<>();
    private final List<String> fundsNotRecorded = new ArrayList<>();

    ImportResult result() {
        return new ImportResult(
                position,
                recorded,
                wouldRecord,
                0,
                alreadyRecorded,
                List.copyOf(refused),
                refusedCount - refused.size(),
                List.copyOf(warnings),
                warningCount - warnings.size(),
                List.copyOf(sheetsRead),
                List.copyOf(sheetsNotRead),
                fundsRecorded.stream().distinct().toList(),
                fundsNotRecorded.stream().distinct().toList());
    }

    void begin(MovementsFile file) {
        sheetsRead.addAll(file.sheetsRead());
        sheetsNotRead.addAll(file.sheetsNotRead());
    }

    void count(FundDecision decision) {
        position = Math.max(position, decision.position());
    }

    void alreadyRecorded() {
        alreadyRecorded++;
    }

    void wouldRecord(int rows) {
        wouldRecord += rows;
    }

    void warn(List<RowNote> more) {
        warningCount += more.size();
        more.stream().limit(MOST_WARNINGS - warnings.size()).forEach(warnings::add);
    }

    void recorded(String fund, int rows) {
        recorded += rows;
        fundsRecorded.add(fund);
    }

    void notRecorded(String fund) {
        fundsNotRecorded.add(fund);
    }

    /** How many more refused rows may be listed. */
    int mayList() {
        return RefusedRows.MOST_LISTED - refused.size();
    }

    void refused(RefusedRows rows) {
        refused.addAll(rows.listed());
        refusedCount += rows.count();
    }
}
