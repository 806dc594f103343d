package coop.laborfund.api.importing;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.text.CellText;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header cell as people write it: a column's key or Chinese name, perhaps with line breaks, a star for "required" and a unit in
 * brackets.
 *
 * @param text as written, white space left out
 * @param column the column that it names
 * @param passedOver whether it is a name of something that is no part of a movement
 */
record ColumnName(String text, Optional<Column> column, boolean passedOver) {

    /** Counting rows is the reader's own business; reasons stand in the file of refused rows that comes back corrected. */
    private static final Set<String> PASSED_OVER = Set.of("序号", RefusedWorkbook.REASON);

    private static final Pattern MARK = Pattern.compile("^[*＊]+|[*＊:：]+$");
    private static final Pattern WITH_UNIT = Pattern.compile("(.+?)[(（\\[【〔](.*)[)）\\]】〕]");

    /** Reading 5 of a column in 万元 as five yuan would be worse than not reading it. */
    private static final Pattern OTHER_MONEY = Pattern.compile("[百千万亿角分美]|USD|\\$");

    private static final Pattern OTHER_RATE = Pattern.compile("[‰月日天]|小数");

    static ColumnName of(String cell) {
        String text = CellText.withoutSpaces(cell);
        String name = MARK.matcher(text).replaceAll("");
        Optional<Column> column = Column.named(name);
        Matcher withUnit = WITH_UNIT.matcher(name);
        if (column.isEmpty() && withUnit.matches()) {
            name = MARK.matcher(withUnit.group(1)).replaceAll("");
            column = Column.named(name).filter(named -> isUnitOf(named, withUnit.group(2)));
        }
        return new ColumnName(text, column, PASSED_OVER.contains(name));
    }

    private static boolean isUnitOf(Column column, String unit) {
        return switch (column) {
            case AMOUNT, BALANCE -> !OTHER_MONEY.matcher(unit).find();
            case RATE -> !OTHER_RATE.matcher(unit).find();
            case REF, DATE, FUND, TYPE, PARTY, COUNTERPARTY, YEAR, MONTH, ADVANCE, DUE, SOURCE, GUARANTEE -> true;
            case PAYER, REVERSES, RESOLUTION, POLICY, NAME, LINE, MATCH, SIZE, MEMO -> true;
        };
    }

    boolean isBlank() {
        return text.isEmpty();
    }

    boolean isUnknown() {
        return column.isEmpty() && !passedOver && !isBlank();
    }
}
