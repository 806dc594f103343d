package coop.laborfund.api.exporting;

import coop.laborfund.api.answer.DueAnswer;
import coop.laborfund.api.answer.StatementAnswer;
import coop.laborfund.api.answer.StatementColumn;
import coop.laborfund.api.answer.StatementForm;
import coop.laborfund.ledger.movement.MovementType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Statements, books and what is due as tables to export. */
final class StatementSheets {

    private static final int AMOUNT_WIDTH = 18;
    private static final int TEXT_WIDTH = 24;
    private static final int SHORT_WIDTH = 12;

    private StatementSheets() {}

    static Sheet statement(StatementAnswer answer) {
        StatementForm form = answer.form();
        List<StatementColumn> columns = form.columns();
        return new Sheet(
                form.title().chinese(),
                columns.stream()
                        .map(column -> new Sheet.Column(
                                column.key(), form.heading(column).chinese(), width(column)))
                        .toList(),
                answer.table().stream().map(row -> cells(columns, row)).toList());
    }

    private static int width(StatementColumn column) {
        return switch (column.kind()) {
            case TEXT -> TEXT_WIDTH;
            case MONEY -> AMOUNT_WIDTH;
            case DAY, WHOLE -> SHORT_WIDTH;
        };
    }

    private static List<Sheet.Cell> cells(List<StatementColumn> columns, List<String> row) {
        List<Sheet.Cell> cells = new ArrayList<>();
        for (String text : row) {
            cells.add(cell(columns.get(cells.size()), text));
        }
        return cells;
    }

    private static Sheet.Cell cell(StatementColumn column, String text) {
        if (text.isEmpty()) {
            return Sheet.empty();
        }
        return switch (column.kind()) {
            case TEXT -> Sheet.words(text);
            case MONEY -> Sheet.money(text);
            case DAY -> Sheet.day(LocalDate.parse(text));
            case WHOLE -> Sheet.whole(Long.parseLong(text));
        };
    }

    static Sheet due(DueAnswer due) {
        List<Sheet.Column> columns = List.of(
                new Sheet.Column("date", "日期", SHORT_WIDTH),
                new Sheet.Column("daysOverdue", "逾期天数", SHORT_WIDTH),
                new Sheet.Column("subject", "对象", SHORT_WIDTH),
                new Sheet.Column("amount", "金额", AMOUNT_WIDTH),
                new Sheet.Column("what", "要办的事", 60),
                new Sheet.Column("type", "业务类型", AMOUNT_WIDTH),
                new Sheet.Column("evidence", "依据位置", TEXT_WIDTH));
        return new Sheet(
                "今天要办",
                columns,
                due.items().stream()
                        .map(item -> List.of(
                                Sheet.day(LocalDate.parse(item.date())),
                                Sheet.whole(item.daysOverdue()),
                                Sheet.words(item.subject()),
                                Sheet.money(item.amount()),
                                Sheet.words(item.zh()),
                                type(item),
                                Sheet.words(String.join(
                                        " ",
                                        item.evidence().stream()
                                                .map(String::valueOf)
                                                .toList()))))
                        .toList());
    }

    private static Sheet.Cell type(DueAnswer.Item item) {
        return Sheet.term(MovementType.valueOf(item.movement().getOrDefault("type", "")));
    }
}
