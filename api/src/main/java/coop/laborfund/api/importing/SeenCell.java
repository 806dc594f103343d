package coop.laborfund.api.importing;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.movement.CellRemark;
import coop.laborfund.ledger.movement.CellRemark.Kind;
import coop.laborfund.ledger.text.CellText;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cell as whoever looks at the file sees it.
 *
 * @param text trimmed
 * @param remark what is to be said of it beside its text
 */
record SeenCell(String text, @Nullable CellRemark remark) {

    /** What spreadsheets show for a formula that came to nothing, and for what does not fit into its column. */
    private static final Pattern ERROR =
            Pattern.compile("#(N/A|REF!|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|#{2,})");

    /** A spreadsheet makes one number of 2025.1 and 2025.10. */
    private static final Pattern JANUARY_OR_OCTOBER = Pattern.compile("[0-9]{4}\\.1");

    /** Of text. */
    static SeenCell of(String cell) {
        String text = CellText.trim(cell);
        boolean error =
                !text.isEmpty() && text.charAt(0) == '#' && ERROR.matcher(text).matches();
        return new SeenCell(text, error ? new CellRemark(Kind.ERROR, text) : null);
    }

    /**
     * Of a workbook.
     *
     * @param column the one that it stands in, null for one without a name
     * @param from1904 whether the workbook counts days from 1904
     */
    static SeenCell of(StoredCell cell, @Nullable Column column, boolean from1904) {
        SeenCell seen = switch (cell.type()) {
            case BLANK -> new SeenCell("", null);
            case TEXT -> of(cell.stored());
            case ERROR ->
                new SeenCell(
                        cell.stored().strip(),
                        new CellRemark(Kind.ERROR, cell.stored().strip()));
            case UNCOMPUTED -> new SeenCell("", new CellRemark(Kind.FORMULA, ""));
            case ISO_DATE -> date(cell, SheetCell.isoDate(cell.stored()), column);
            case NUMBER -> number(cell, column, from1904);
        };
        return seen.remark == null && cell.formula() && !seen.text.isEmpty()
                ? new SeenCell(seen.text, new CellRemark(Kind.COMPUTED, ""))
                : seen;
    }

    private static SeenCell number(StoredCell cell, @Nullable Column column, boolean from1904) {
        NumberFormat format = cell.format();
        Optional<String> date =
                format.kind() == NumberFormat.Kind.DATE ? SheetCell.date(cell.stored(), from1904) : Optional.empty();
        if (date.isPresent()) {
            return date(cell, date.get(), column);
        }
        String plain = SheetCell.number(cell.stored());
        return switch (column) {
            // An amount is its number, whatever it is shown as.
            case AMOUNT, BALANCE, SIZE, YEAR, DATE, DUE -> new SeenCell(plain, null);
            case MONTH -> month(SheetCell.shown(cell.stored(), format), plain);
            case null -> new SeenCell(plain, null);
            case REF, FUND, PARTY, COUNTERPARTY, ADVANCE, REVERSES, LINE, MATCH -> ofText(cell, plain);
            case TYPE, RATE, SOURCE, GUARANTEE, PAYER, RESOLUTION, POLICY, NAME, MEMO ->
                format.kind() == NumberFormat.Kind.PERCENT
                        ? new SeenCell(SheetCell.percent(cell.stored()), null)
                        : ofText(cell, plain);
        };
    }

    private static SeenCell ofText(StoredCell cell, String plain) {
        return new SeenCell(
                CellText.trim(SheetCell.shown(cell.stored(), cell.format()).orElse(plain)), null);
    }

    private static SeenCell month(Optional<String> shown, String plain) {
        boolean unclear = shown.isEmpty() && JANUARY_OR_OCTOBER.matcher(plain).matches();
        return new SeenCell(shown.orElse(plain), unclear ? new CellRemark(Kind.MONTH, plain) : null);
    }

    /** A date, in the column that it stands in. */
    private static SeenCell date(StoredCell cell, String date, @Nullable Column column) {
        return switch (column) {
            case REF, FUND, PARTY, COUNTERPARTY, ADVANCE, REVERSES, LINE, MATCH ->
                new SeenCell(date, new CellRemark(Kind.DATE, date));
            case MONTH -> new SeenCell(start(date, "2025-01".length()), null);
            case YEAR -> new SeenCell(cell.format().isYearAlone() ? start(date, "2025".length()) : date, null);
            case null -> new SeenCell(date, null);
            case DATE, DUE, TYPE, AMOUNT, BALANCE, RATE, SOURCE, GUARANTEE, PAYER -> new SeenCell(date, null);
            case RESOLUTION, POLICY, NAME, SIZE, MEMO -> new SeenCell(date, null);
        };
    }

    private static String start(String date, int length) {
        return date.length() > length ? date.substring(0, length) : date;
    }
}
