package coop.laborfund.api.importing;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.refusal.RefusalMessages;
import coop.laborfund.ledger.refusal.Rejection;

/**
 * What is said of a row: why it cannot be recorded, or what to look at.
 *
 * @param sheet the worksheet's name, empty in a CSV file
 * @param row counted in the file or the sheet, from 1, title and header too
 * @param column the column's key, empty where it is about the row
 * @param value what stands in it, empty where nothing does; of a long one the beginning
 */
public record RowNote(
        String file,
        String sheet,
        int row,
        String ref,
        String code,
        String column,
        String value,
        String message,
        String messageEn) {

    private static final int MOST_SHOWN = 200;

    static RowNote refused(String file, FileRow row, Rejection rejection) {
        String value = shortened(row.cell(rejection.column()));
        return new RowNote(
                file,
                row.sheet(),
                row.number(),
                shortened(row.cell(Column.REF)),
                rejection.code().name(),
                rejection.column().key(),
                value,
                RefusalMessages.chinese(rejection, value),
                RefusalMessages.english(rejection, value));
    }

    /** @param column the key, empty where it is about the row */
    static RowNote warning(String file, RowAt at, WarningCode code, String column, String value, String... details) {
        return new RowNote(
                file,
                at.sheet(),
                at.number(),
                shortened(at.ref()),
                code.name(),
                column,
                shortened(value),
                code.chinese(details),
                code.english(details));
    }

    /** All of it in one line for people, with the column by its Chinese name. */
    public String chinese() {
        String where = sheet.isEmpty() ? file : file + " “" + sheet + "”";
        String cell = Column.named(column).map(Column::chinese).orElse("") + (value.isEmpty() ? "" : "“" + value + "”");
        return where + " 第 " + row + " 行 " + ref + " [" + code + "] " + cell + ": " + message;
    }

    public String english() {
        String where = sheet.isEmpty() ? file : file + " \"" + sheet + "\"";
        String cell = (column.isEmpty() ? "" : ", column " + column) + (value.isEmpty() ? "" : " \"" + value + "\"");
        return where + " row " + row + cell + ": " + messageEn;
    }

    /** A hundred thousand refused rows with a page in each would not fit into memory, nor be read. */
    private static String shortened(String value) {
        int end = value.codePointCount(0, value.length()) > MOST_SHOWN
                ? value.offsetByCodePoints(0, MOST_SHOWN)
                : value.length();
        return end < value.length() ? value.substring(0, end) + "…" : value;
    }
}
