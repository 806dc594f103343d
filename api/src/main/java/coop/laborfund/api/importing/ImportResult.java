package coop.laborfund.api.importing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What came of an import; as JSON, the contract's result.
 *
 * @param position the last position of the history that the answer speaks of
 * @param recorded rows newly recorded
 * @param wouldRecord of a dry run, rows that the import would record; else 0
 * @param proposed rows that wait for a second person
 * @param alreadyRecorded rows that stood in the history already
 * @param refused in the order of the files and their rows, 100,000 at most
 * @param refusedNotListed refused rows beyond these; in JSON only where there are any
 * @param warnings what to look at though nothing of it is refused, in the order of the files and their funds, 10,000 at most
 * @param warningsNotListed warnings beyond these; in JSON only where there are any
 * @param sheetsRead worksheets whose rows were read, in the order of the files and their tabs
 * @param sheetsNotRead sheets that were left alone: hidden, without header, charts
 * @param fundsRecorded funds that rows were recorded in, in the order of the files
 * @param fundsNotRecorded funds that had rows to record of which none was
 */
public record ImportResult(
        long position,
        int recorded,
        int wouldRecord,
        int proposed,
        int alreadyRecorded,
        List<RowNote> refused,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int refusedNotListed,
        List<RowNote> warnings,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int warningsNotListed,
        List<String> sheetsRead,
        List<String> sheetsNotRead,
        List<String> fundsRecorded,
        List<String> fundsNotRecorded) {

    /** Whether everything asked for was done. */
    @JsonIgnore
    public boolean isComplete() {
        return refused.isEmpty() && fundsNotRecorded.isEmpty();
    }

    /** All that are refused, listed or not. */
    @JsonIgnore
    public int refusedCount() {
        return refused.size() + refusedNotListed;
    }

    /** Whether all that this mode asked for was done: rows that may be left out, and a trial's unrecorded funds, do not count. */
    public boolean isDone(ImportMode mode) {
        return switch (mode) {
            case ALL_OR_NONE -> isComplete();
            case ACCEPT_VALID -> fundsNotRecorded.isEmpty();
            case DRY_RUN, DRY_RUN_ACCEPT_VALID -> refused.isEmpty();
        };
    }
}
