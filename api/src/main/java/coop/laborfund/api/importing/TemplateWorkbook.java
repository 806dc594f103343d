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
 * The movements file as a workbook to fill in: Chinese column names with lists to choose the words from, and on a sheet of its own
 * examples of every type that make one history together. Other words may be typed, English codes for one. Handed in as it is, it
 * records nothing.
 */
public final class TemplateWorkbook {

    private static final String EXAMPLES = "/template/examples.csv";
    private static final List<Column> COLUMNS = List.of(Column.values());
    private static final List<String> EXPLANATION = List.of(
            "说明和示例：这一页只供参考，不会导入。业务请填在“流水表”那一页。",
            "一行一笔业务，按先后顺序填写；几个基金可以填在同一张表里。",
            "凭证号在一个基金里不能重复；同一张表再导入一次，什么也不会变。",
            "业务日期写成 2025-01-08、2025/1/8 或 2025年1月8日；金额以元为单位，最多两位小数。",
            "业务类型、来源、担保、付款方从下拉列表里选，也可以写英文代码。",
            "哪种业务要填哪些栏，照下面的示例；用不到的栏空着。",
            "不要合并单元格，不要隐藏行；编号用文本格式，免得变成日期或丢掉前面的 0。",
            "户、人、公司只写编号；姓名写在“名称”里，身份证号和手机号哪里都不要写。",
            "This sheet shows examples and is never imported. Movements go into the first sheet, one a row, in their order.",
            "Everything below is invented. 以下全是虚构。");

    private static final int PREPARED_ROWS = 5_000;
    private static final int WIDTH = 16;
    private static final String TEXT = "@";

    private TemplateWorkbook() {}

    /** Writes it as .xlsx; the stream stays open. */
    public static void write(OutputStream out) throws IOException {
        // A program's version is asked for, XX.YYYY.
        Workbook workbook = new Workbook(out, "laborfund", "1.0000");
        Worksheet sheet = workbook.newWorksheet("流水表");
        Worksheet examples = workbook.newWorksheet("说明和示例");
        Worksheet lists = workbook.newWorksheet("词汇");
        lists.setVisibilityState(VisibilityState.HIDDEN);
        for (Column column : Column.values()) {
            prepare(sheet, column);
            offer(sheet, lists, column);
        }
        sheet.freezePane(0, 1);
        explain(examples);
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

    /** Its header stands so far down that the sheet is never read: it is there to be looked at. */
    private static void explain(Worksheet sheet) throws IOException {
        for (String line : EXPLANATION) {
            sheet.value(EXPLANATION.indexOf(line), 0, line);
        }
        int row = Math.max(EXPLANATION.size(), Header.MOST_ROWS_ABOVE) + 1;
        for (Column column : COLUMNS) {
            int at = COLUMNS.indexOf(column);
            sheet.value(row, at, column.chinese());
            sheet.style(row, at).bold().fillColor("DDEBF7").set();
            sheet.width(at, WIDTH);
        }
        for (FileRow example : examples()) {
            row++;
            for (Map.Entry<Column, String> cell : example.cells().entrySet()) {
                put(sheet, row, cell.getKey(), cell.getValue());
            }
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
