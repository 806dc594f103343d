package coop.laborfund.api.importing;

import coop.laborfund.ledger.command.Column;
import coop.laborfund.ledger.event.Word;
import coop.laborfund.ledger.movement.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The movements file as a workbook to fill in: Chinese column names, examples of every type that make one history together, and
 * lists to choose the words from. Other words may be typed, English codes for one.
 */
public final class TemplateWorkbook {

    private static final String EXAMPLES = "/template/examples.csv";
    private static final List<Column> COLUMNS = List.of(Column.values());
    private static final int PREPARED_ROWS = 5_000;
    private static final int WIDTH = 16;
    private static final String TEXT = "@";

    private TemplateWorkbook() {}

    /** Writes it as .xlsx; the stream stays open. */
    public static void write(OutputStream out) throws IOException {
        // A program's version is asked for, XX.YYYY.
        Workbook workbook = new Workbook(out, "laborfund", "1.0000");
        Worksheet sheet = workbook.newWorksheet("流水表");
        Worksheet lists = workbook.newWorksheet("词汇");
        lists.setVisibilityState(VisibilityState.HIDDEN);
        for (Column column : Column.values()) {
            prepare(sheet, column);
            offer(sheet, lists, column);
        }
        sheet.freezePane(0, 1);
        int row = 1;
        for (FileRow example : examples()) {
            for (Map.Entry<Column, String> cell : example.cells().entrySet()) {
                put(sheet, row, cell.getKey(), cell.getValue());
            }
            row++;
        }
        workbook.finish();
    }

    private static List<FileRow> examples() throws IOException {
        try (InputStream examples =
                Objects.requireNonNull(TemplateWorkbook.class.getResourceAsStream(EXAMPLES), EXAMPLES)) {
            return MovementsFile.parse("examples.csv", examples.readAllBytes()).rows();
        } catch (UnreadableFileException ours) {
            throw new IllegalStateException(ours);
        }
    }

    /** The column's name, and how what is typed below it is taken: ids as text, so that 001 stays 001. */
    private static void prepare(Worksheet sheet, Column column) {
        int at = COLUMNS.indexOf(column);
        sheet.value(0, at, column.chinese());
        sheet.style(0, at).bold().fillColor("DDEBF7").set();
        sheet.width(at, WIDTH);
        sheet.style(at).format(format(column)).set();
    }

    private static void offer(Worksheet sheet, Worksheet lists, Column column) {
        List<String> words =
                Words.in(column).stream().map(Word::chinese).distinct().toList();
        int at = COLUMNS.indexOf(column);
        for (int i = 0; i < words.size(); i++) {
            lists.value(i, at, words.get(i));
        }
        if (!words.isEmpty()) {
            sheet.range(1, at, PREPARED_ROWS, at)
                    .validateWithList(lists.range(0, at, words.size() - 1, at))
                    .showErrorMessage(false);
        }
    }

    private static void put(Worksheet sheet, int row, Column column, String value) {
        int at = COLUMNS.indexOf(column);
        switch (column) {
            case DATE, DUE -> sheet.value(row, at, LocalDate.parse(value));
            case AMOUNT, RATE, SIZE, YEAR -> sheet.value(row, at, new BigDecimal(value));
            default -> sheet.value(row, at, value);
        }
        sheet.style(row, at).format(format(column)).set();
    }

    private static String format(Column column) {
        return switch (column) {
            case DATE, DUE -> "yyyy-mm-dd";
            case AMOUNT -> "#,##0.00";
            case RATE, SIZE, YEAR -> "General";
            default -> TEXT;
        };
    }
}
