package coop.laborfund.api.importing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.refusal.RefusalMessages;
import coop.laborfund.ledger.refusal.Rejection;
import java.util.List;

/**
 * What came of an import; as JSON, the contract's result.
 *
 * @param position the last position of the history that the answer speaks of
 * @param recorded rows newly recorded
 * @param alreadyRecorded rows that stood in the history already
 * @param refused in the order of the files and their rows, 100,000 at most
 * @param refusedNotListed refused rows beyond these; in JSON only where there are any
 * @param fundsRecorded funds that rows were recorded in, in the order of the files
 * @param fundsNotRecorded funds that had rows to record of which none was
 */
public record ImportResult(
        long position,
        int recorded,
        int alreadyRecorded,
        List<RefusedRow> refused,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int refusedNotListed,
        List<String> fundsRecorded,
        List<String> fundsNotRecorded) {

    /**
     * A row that cannot be recorded, and why.
     *
     * @param row counted in the file, the header is row 1
     * @param column the column's key
     * @param value what stands in it, empty where nothing does; of a long one the beginning
     */
    public record RefusedRow(
            String file,
            int row,
            String ref,
            String code,
            String column,
            String value,
            String message,
            String messageEn) {

        private static final int MOST_SHOWN = 200;

        static RefusedRow of(String file, FileRow row, Rejection rejection) {
            String value = shortened(row.cell(rejection.column()));
            return new RefusedRow(
                    file,
                    row.number(),
                    row.cell(Column.REF),
                    rejection.code().name(),
                    rejection.column().key(),
                    value,
                    RefusalMessages.chinese(rejection, value),
                    RefusalMessages.english(rejection, value));
        }

        /** A hundred thousand refused rows with a page in each would not fit into memory, nor be read. */
        private static String shortened(String value) {
            int end = value.codePointCount(0, value.length()) > MOST_SHOWN
                    ? value.offsetByCodePoints(0, MOST_SHOWN)
                    : value.length();
            return end < value.length() ? value.substring(0, end) + "…" : value;
        }
    }

    /** Whether everything asked for was done. */
    @JsonIgnore
    public boolean isComplete() {
        return refused.isEmpty() && fundsNotRecorded.isEmpty();
    }

    /** Whether all that this mode asked for was done: rows that may be left out, and a trial's unrecorded funds, do not count. */
    public boolean isDone(ImportMode mode) {
        return switch (mode) {
            case ALL_OR_NONE -> isComplete();
            case ACCEPT_VALID -> fundsNotRecorded.isEmpty();
            case DRY_RUN -> refused.isEmpty();
        };
    }
}
