package coop.laborfund.api.exporting;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes tables as a workbook of Excel ({@code .xlsx}), row by row, without holding them: Chinese headers that stay in sight
 * and on every printed page, amounts as numbers with two decimals, exactly as they are, texts as texts. A table beyond the
 * rows of a sheet goes on in the next.
 */
final class Workbook implements AutoCloseable {

    /** What a sheet of Excel can hold, its header among them. */
    static final int MOST_ROWS = Worksheet.MAX_ROWS;

    private static final int ROWS_IN_MEMORY = 500;
    private static final String MONEY = "#,##0.00";
    private static final String DAY = "yyyy-mm-dd";

    /** Before this, Excel counts a day that never was. */
    private static final LocalDate FIRST_EXCEL_DAY = LocalDate.of(1900, 3, 1);

    private final org.dhatim.fastexcel.Workbook workbook;
    private final int mostRows;

    Workbook(OutputStream out) {
        this(out, MOST_ROWS);
    }

    Workbook(OutputStream out, int mostRows) {
        this.workbook = new org.dhatim.fastexcel.Workbook(out, "laborfund", "1.0");
        this.mostRows = mostRows;
    }

    /** Writes a workbook of these tables; the stream stays open. */
    static void write(OutputStream out, Sheet... sheets) {
        try (Workbook workbook = new Workbook(out)) {
            for (Sheet sheet : sheets) {
                workbook.add(sheet);
            }
        }
    }

    void add(Sheet sheet) {
        try (Rows rows = rows(sheet.name(), sheet.columns())) {
            sheet.rows().forEach(rows::add);
        }
    }

    Rows rows(String name, List<Sheet.Column> columns) {
        return new Rows(name, columns);
    }

    /** Rows that are written as they come. */
    final class Rows implements AutoCloseable {

        private final String name;
        private final List<Sheet.Column> columns;
        private int sheets = 1;
        private Worksheet sheet;
        private int row = 1;

        private Rows(String name, List<Sheet.Column> columns) {
            this.name = name;
            this.columns = columns;
            sheet = begin(name, columns);
        }

        void add(List<Sheet.Cell> cells) {
            if (row == mostRows) {
                close();
                sheets++;
                sheet = begin(name + sheets, columns);
                row = 1;
            }
            for (int column = 0; column < cells.size(); column++) {
                put(sheet, row, column, cells.get(column));
            }
            row++;
            if (row % ROWS_IN_MEMORY == 0) {
                flush();
            }
        }

        private void flush() {
            try {
                sheet.flush();
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }

        @Override
        public void close() {
            try {
                sheet.finish();
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    private Worksheet begin(String name, List<Sheet.Column> columns) {
        Worksheet sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        for (int column = 0; column < columns.size(); column++) {
            sheet.width(column, columns.get(column).width());
            sheet.value(0, column, columns.get(column).chinese());
            sheet.style(0, column).bold().set();
        }
        return sheet;
    }

    private static void put(Worksheet sheet, int row, int column, Sheet.Cell cell) {
        switch (cell) {
            case Sheet.Words words -> words(sheet, row, column, words.words());
            case Sheet.Term term -> words(sheet, row, column, term.chinese());
            case Sheet.Money money -> {
                sheet.value(row, column, BigDecimal.valueOf(money.amount().value(), 2));
                sheet.style(row, column).format(MONEY).set();
            }
            case Sheet.Whole whole -> sheet.value(row, column, whole.number());
            case Sheet.Day day -> {
                if (day.date().isBefore(FIRST_EXCEL_DAY)) {
                    words(sheet, row, column, day.text());
                } else {
                    sheet.value(row, column, day.date());
                    sheet.style(row, column).format(DAY).set();
                }
            }
        }
    }

    /** In the cell itself: a table of all texts of a workbook would have to be held to its end. */
    private static void words(Worksheet sheet, int row, int column, String words) {
        if (!words.isEmpty()) {
            sheet.inlineString(row, column, words);
        }
    }

    @Override
    public void close() {
        try {
            workbook.finish();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
